import { type AttributeOption, type AttributeType } from './attribute-definitions';
import { type NewObjectType } from './object-types';

type Names = [en: string, ru: string, uk: string, zh: string];

const named = ([en, ru, uk, zh]: Names) => ({ en, ru, uk, zh });

function field(key: string, type: AttributeType, label: Names, purpose: string, options: [string, Names][] = []) {
  const offered: AttributeOption[] = options.map(([code, names]) => ({ code, label: named(names) }));
  return { key, type, wish: { label: named(label), purpose, options: offered } };
}

function example(icon: string, key: string, one: Names, many: Names, fields: ReturnType<typeof field>[]): NewObjectType {
  return { key, ownerKind: 'CUSTOMER', wish: { one: named(one), many: named(many), icon }, fields };
}

/** Types to begin with; whoever takes one changes it as they like. The purpose is said in the reader's language. */
export const objectExamples = (purpose: string): NewObjectType[] => [
  example('school', 'course', ['Course', 'Курс', 'Курс', '课程'], ['Courses', 'Курсы', 'Курси', '课程'], [
    field('name', 'TEXT', ['Name', 'Название', 'Назва', '名称'], purpose),
    field('level', 'CHOICE', ['Level', 'Уровень', 'Рівень', '级别'], purpose, [
      ['beginner', ['Beginner', 'Начальный', 'Початковий', '初级']],
      ['advanced', ['Advanced', 'Продвинутый', 'Просунутий', '高级']],
    ]),
    field('started', 'DATE', ['Started', 'Начало', 'Початок', '开始日期'], purpose),
    field('ends', 'DATE', ['Ends', 'Окончание', 'Завершення', '结束日期'], purpose),
    field('progress', 'NUMBER', ['Progress, %', 'Пройдено, %', 'Пройдено, %', '进度（%）'], purpose),
  ]),
  example('car', 'car', ['Car', 'Автомобиль', 'Автомобіль', '汽车'], ['Cars', 'Автомобили', 'Автомобілі', '汽车'], [
    field('make', 'TEXT', ['Make', 'Марка', 'Марка', '品牌'], purpose),
    field('model', 'TEXT', ['Model', 'Модель', 'Модель', '型号'], purpose),
    field('year', 'NUMBER', ['Year', 'Год выпуска', 'Рік випуску', '年份'], purpose),
    field('inspection', 'DATE', ['Next inspection', 'Следующий техосмотр', 'Наступний техогляд', '下次检验'], purpose),
  ]),
  example('paw', 'pet', ['Pet', 'Питомец', 'Улюбленець', '宠物'], ['Pets', 'Питомцы', 'Улюбленці', '宠物'], [
    field('name', 'TEXT', ['Name', 'Кличка', 'Кличка', '名字'], purpose),
    field('species', 'CHOICE', ['Species', 'Вид', 'Вид', '种类'], purpose, [
      ['dog', ['Dog', 'Собака', 'Собака', '狗']],
      ['cat', ['Cat', 'Кошка', 'Кішка', '猫']],
      ['other', ['Other', 'Другое', 'Інше', '其他']],
    ]),
    field('born', 'DATE', ['Born', 'Дата рождения', 'Дата народження', '出生日期'], purpose),
    field('vaccinated', 'DATE', ['Vaccinated', 'Прививка', 'Щеплення', '接种日期'], purpose),
  ]),
];
