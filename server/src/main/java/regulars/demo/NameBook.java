package regulars.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** People of four languages, each with a name in their own script, a Latin form for the address, and a city. */
final class NameBook {
    /** A city with its country (ISO 3166), zone (IANA) and the country's calling code. */
    record City(String name, String country, String zone, String phonePrefix) {}

    /** A name in its own script and in Latin letters. */
    record Name(String own, String latin) {}

    /** Everything about a person that is not about buying. */
    record Identity(String language, String sex, Name given, Name family, City city) {
        /** Chinese and Ukrainian registers differ in order, but a form asks for both parts, so both are kept. */
        String mailbox() {
            return given.latin() + "." + family.latin();
        }
    }

    private record Book(String language, List<Name> women, List<Name> men, List<Name> families, List<City> cities) {}

    private static final Book ENGLISH = new Book(
            "en",
            names("Olivia Amelia Grace Emily Harriet Chloe Ruth Alice Nora Martha Imogen Esther"),
            names("Oliver George Arthur Henry Samuel Daniel Edward Hugh Felix Adam Owen Peter"),
            names(
                    "Walker Bennett Hughes Foster Palmer Marsh Doyle Baxter Reeves Nolan Hart Whitaker Lowe Finch Barlow"),
            List.of(
                    new City("London", "GB", "Europe/London", "+4478"),
                    new City("Manchester", "GB", "Europe/London", "+4477"),
                    new City("Dublin", "IE", "Europe/Dublin", "+35386"),
                    new City("Leeds", "GB", "Europe/London", "+4479")));

    private static final Book UKRAINIAN = new Book(
            "uk",
            names(
                    "Олена:olena Ірина:iryna Оксана:oksana Наталія:nataliia Марія:mariia Юлія:yuliia Софія:sofiia Ганна:hanna Дарина:daryna Леся:lesia"),
            names(
                    "Андрій:andrii Олег:oleh Тарас:taras Богдан:bohdan Ігор:ihor Петро:petro Максим:maksym Юрій:yurii Назар:nazar Остап:ostap"),
            names(
                    "Шевченко:shevchenko Коваленко:kovalenko Бондар:bondar Ткаченко:tkachenko Кравець:kravets Мельник:melnyk Олійник:oliinyk Гончар:honchar Їжакевич:yizhakevych Щербак:shcherbak Лисенко:lysenko Романюк:romaniuk"),
            List.of(
                    new City("Київ", "UA", "Europe/Kyiv", "+38050"),
                    new City("Львів", "UA", "Europe/Kyiv", "+38067"),
                    new City("Одеса", "UA", "Europe/Kyiv", "+38063"),
                    new City("Харків", "UA", "Europe/Kyiv", "+38099")));

    private static final Book RUSSIAN = new Book(
            "ru",
            names(
                    "Анна:anna Екатерина:ekaterina Ольга:olga Татьяна:tatyana Светлана:svetlana Полина:polina Вера:vera Алиса:alisa Ксения:kseniya Нина:nina"),
            names(
                    "Дмитрий:dmitriy Алексей:aleksey Сергей:sergey Иван:ivan Михаил:mikhail Павел:pavel Николай:nikolay Роман:roman Егор:egor Лев:lev"),
            names(
                    "Соколов:sokolov Морозов:morozov Волков:volkov Зайцев:zaytsev Павлов:pavlov Орлов:orlov Киселёв:kiselev Щукин:shchukin Фомин:fomin Жуков:zhukov Белов:belov Гусев:gusev"),
            List.of(
                    new City("Алматы", "KZ", "Asia/Almaty", "+7701"),
                    new City("Рига", "LV", "Europe/Riga", "+3712"),
                    new City("Москва", "RU", "Europe/Moscow", "+7916"),
                    new City("Екатеринбург", "RU", "Asia/Yekaterinburg", "+7922")));

    private static final Book CHINESE = new Book(
            "zh",
            names("秀英:xiuying 敏:min 静:jing 丽娜:lina 晓燕:xiaoyan 雪:xue 梅:mei 佳怡:jiayi"),
            names("伟:wei 强:qiang 磊:lei 明:ming 俊杰:junjie 浩然:haoran 波:bo 建国:jianguo"),
            names("王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 赵:zhao 黄:huang 周:zhou 吴:wu 欧阳:ouyang"),
            List.of(
                    new City("上海", "CN", "Asia/Shanghai", "+86138"),
                    new City("北京", "CN", "Asia/Shanghai", "+86139"),
                    new City("深圳", "CN", "Asia/Shanghai", "+86136"),
                    new City("新加坡", "SG", "Asia/Singapore", "+659")));

    private static final List<Book> BOOKS = List.of(ENGLISH, UKRAINIAN, RUSSIAN, CHINESE);

    private NameBook() {}

    static Identity draw(RandomGenerator random) {
        double at = random.nextDouble();
        var book = BOOKS.get(at < 0.4 ? 0 : at < 0.65 ? 1 : at < 0.85 ? 2 : 3);
        boolean woman = random.nextDouble() < 0.58;
        return new Identity(
                book.language(),
                woman ? "female" : "male",
                any(random, woman ? book.women() : book.men()),
                family(any(random, book.families()), book.language().equals("ru") && woman),
                any(random, book.cities()));
    }

    private static Name family(Name family, boolean russianWoman) {
        return russianWoman ? new Name(family.own() + "а", family.latin() + "a") : family;
    }

    private static <T> T any(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<Name> names(String words) {
        return List.of(words.split(" ")).stream()
                .map(word -> word.split(":"))
                .map(parts ->
                        new Name(parts[0], parts.length > 1 ? parts[1] : parts[0].toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }
}
