import { createInstance } from 'i18next';
import { formatter } from '@/shared/lib/format';
import { type Words } from '@/shared/rules/rule-sentence';
import en from './locales/en.json';
import ru from './locales/ru.json';
import uk from './locales/uk.json';
import zh from './locales/zh.json';

const vocabulary: Words['vocabulary'] = {
  fields: [{ key: 'taste', type: 'TEXT', options: [], label: { en: 'Favourite taste', uk: 'Улюблений смак' } }],
  objects: [
    {
      type: 'machine',
      owner: 'COMPANY',
      name: { en: 'Machines', ru: 'Станки', uk: 'Верстати', zh: '机床' },
      fields: [{ key: 'year', type: 'NUMBER', options: [], label: { en: 'Year', ru: 'Год', uk: 'Рік', zh: '年份' } }],
    },
  ],
  purposes: [{ code: 'marketing', name: { en: 'News', ru: 'Новости', uk: 'Новини', zh: '资讯' } }],
  statuses: [{ code: 'returned', name: { en: 'Returned', ru: 'Возвращён', uk: 'Повернене', zh: '已退货' } }],
  languages: [],
  countries: [],
  regions: [],
  cities: [],
  districts: [],
  owners: [],
  companies: { countries: ['UA'], industries: [] },
  zones: [],
  categories: [],
  brands: [],
  paymentMethods: [],
  sources: [],
  segments: [{ id: '00000000-0000-7000-8000-000000000001', name: 'VIP' }],
  events: [],
  grids: [],
  hidden: [],
};

/** What tests put rules into words with. */
export async function words(language: string): Promise<Words> {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    resources: { en: { segments: en }, ru: { segments: ru }, uk: { segments: uk }, zh: { segments: zh } },
    interpolation: { escapeValue: false },
  });
  return {
    t: i18n.getFixedT(language, 'segments'),
    format: formatter(language, 'UTC'),
    language,
    currency: 'USD',
    vocabulary,
  };
}
