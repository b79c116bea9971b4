package regulars.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingDetectorTest {
    private static final String RUSSIAN = "Код;Имя;Фамилия;Город\n1;Анна;Иванова;Москва\n2;Пётр;ЩЕРБАКОВ;Ржев\n";
    private static final String UKRAINIAN =
            "Код;Ім'я;Прізвище;Місто\n1;Олена;Їжакевич;Київ\n2;Євген;Гриценко;Бровари\n";
    private static final String SIMPLIFIED = "编号,姓名,城市,邮箱\n1,王小明,北京,a@b.cn\n2,李娜,上海,c@d.cn\n";
    private static final String TRADITIONAL = "編號,姓名,城市\n1,陳大文,台北\n2,張學友,高雄\n";

    @TempDir
    private static Path folder;

    @Test
    void tellsCyrillicEncodings() throws IOException {
        assertThat(told(RUSSIAN, TextEncoding.WINDOWS_1251)).isEqualTo(TextEncoding.WINDOWS_1251);
        assertThat(told(UKRAINIAN, TextEncoding.WINDOWS_1251)).isEqualTo(TextEncoding.WINDOWS_1251);
        assertThat(told(RUSSIAN, TextEncoding.KOI8_R)).isEqualTo(TextEncoding.KOI8_R);
        assertThat(told(UKRAINIAN, TextEncoding.KOI8_U)).isEqualTo(TextEncoding.KOI8_U);
        assertThat(told(RUSSIAN, TextEncoding.IBM866)).isEqualTo(TextEncoding.IBM866);
        assertThat(told("ИМЯ;ФАМИЛИЯ\nАННА;ИВАНОВА\n", TextEncoding.IBM866)).isEqualTo(TextEncoding.IBM866);
        assertThat(told("ИМЯ;ФАМИЛИЯ\nАННА;ИВАНОВА\n", TextEncoding.WINDOWS_1251))
                .isEqualTo(TextEncoding.WINDOWS_1251);
        assertThat(told("имя;фамилия\nанна;иванова\n", TextEncoding.KOI8_R)).isEqualTo(TextEncoding.KOI8_R);
    }

    @Test
    void tellsChineseEncodings() throws IOException {
        assertThat(told(SIMPLIFIED, TextEncoding.GB18030)).isEqualTo(TextEncoding.GB18030);
        assertThat(told(TRADITIONAL, TextEncoding.BIG5)).isEqualTo(TextEncoding.BIG5);
    }

    @Test
    void tellsUnicodeWithAndWithoutAMark() throws IOException {
        assertThat(told(RUSSIAN, TextEncoding.UTF_8)).isEqualTo(TextEncoding.UTF_8);
        assertThat(told(SIMPLIFIED, TextEncoding.UTF_8)).isEqualTo(TextEncoding.UTF_8);
        assertThat(told("\ufeff" + RUSSIAN, TextEncoding.UTF_16LE)).isEqualTo(TextEncoding.UTF_16LE);
        assertThat(told("\ufeff" + RUSSIAN, TextEncoding.UTF_16BE)).isEqualTo(TextEncoding.UTF_16BE);
        assertThat(told("id,name\n1,Anna\n", TextEncoding.UTF_16LE)).isEqualTo(TextEncoding.UTF_16LE);
        assertThat(told("id;имя\n1;Анна Иванова;a@b.com\n", TextEncoding.UTF_16BE))
                .isEqualTo(TextEncoding.UTF_16BE);
    }

    @Test
    void tellsWesternText() throws IOException {
        assertThat(told("first_name,last_name\nHélène,Mahé\nJürgen,Müller\n", TextEncoding.WINDOWS_1252))
                .isEqualTo(TextEncoding.WINDOWS_1252);
    }

    @Test
    void takesOneBrokenLetterForUtf8AllTheSame() throws IOException {
        var bytes = (RUSSIAN.repeat(20) + "x").getBytes(TextEncoding.UTF_8.charset());
        bytes[bytes.length - 1] = (byte) 0xd0;
        assertThat(EncodingDetector.detect(Files.write(file(), bytes))).contains(TextEncoding.UTF_8);
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        assertThat(EncodingDetector.detect(
                        Files.write(file(), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 0, 0})))
                .isEmpty();
    }

    private static TextEncoding told(String text, TextEncoding encoding) throws IOException {
        var file = Files.write(file(), text.getBytes(encoding.charset()));
        return EncodingDetector.detect(file).orElseThrow();
    }

    private static Path file() throws IOException {
        return Files.createTempFile(folder, "text", ".csv");
    }
}
