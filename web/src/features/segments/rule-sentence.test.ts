import { describe, expect, it } from 'vitest';
import { sentence } from '@/shared/rules/rule-sentence';
import { type Rule } from '@/shared/rules/rules';
import { words } from './test-words';

const loyalButGone: Rule = {
  kind: 'all',
  rules: [
    {
      kind: 'orders',
      measure: 'COUNT',
      check: { operator: 'AT_LEAST', values: ['3'] },
      window: { days: 365, from: null, to: null },
      statuses: [],
      products: null,
      paymentMethods: [],
      sources: [],
    },
    {
      kind: 'any',
      rules: [
        { kind: 'field', field: 'CITY', check: { operator: 'IN', values: ['Lviv', 'Odesa'] } },
        { kind: 'consent', channel: 'email', purpose: 'marketing', standing: 'GRANTED' },
      ],
    },
    {
      kind: 'not',
      rule: {
        kind: 'any',
        rules: [
          {
            kind: 'orders',
            measure: 'LAST_DAY',
            check: { operator: 'AT_LEAST', values: ['2026-10-01'] },
            window: { days: null, from: null, to: null },
            statuses: ['returned'],
            products: { categories: ['Shoes'], brands: [], products: [] },
            paymentMethods: [],
            sources: [],
          },
        ],
      },
    },
  ],
};

describe('a rule as a sentence', () => {
  it('reads in English', async () => {
    expect(sentence(loyalButGone, await words('en'))).toBe(
      'Number of orders at least 3 in the last 365 days and (city is one of “Lviv”, “Odesa” or has agreed to “News” (e-mail)) and not (last order on or after Oct 1, 2026, products: “Shoes”, status: Returned).',
    );
  });

  it('reads in Russian', async () => {
    expect(sentence(loyalButGone, await words('ru'))).toBe(
      'Число заказов не меньше 3 за последние 365 дней и (город из списка: «Lviv», «Odesa» или есть согласие на «Новости» (эл. почта)) и не (последний заказ не раньше 1 окт. 2026 г., товары: «Shoes», статус: Возвращён).',
    );
  });

  it('reads in Ukrainian', async () => {
    expect(sentence(loyalButGone, await words('uk'))).toBe(
      'Кількість замовлень не менше 3 за останні 365 днів і (місто зі списку: «Lviv», «Odesa» або є згода на «Новини» (ел. пошта)) і не (останнє замовлення не раніше 1 жовт. 2026 р., товари: «Shoes», статус: Повернене).',
    );
  });

  it('reads in Chinese', async () => {
    expect(sentence(loyalButGone, await words('zh'))).toBe(
      '最近 365 天订单数不少于 3，且（城市属于“Lviv”, “Odesa”，或已同意“资讯”（邮件）），且不满足（最近下单日期不早于 2026年10月1日，商品：“Shoes”，状态：已退货）。',
    );
  });

  it('says amounts in the currency and own fields by their label', async () => {
    const rule: Rule = {
      kind: 'all',
      rules: [
        {
          kind: 'orders',
          measure: 'REVENUE',
          check: { operator: 'BETWEEN', values: ['10000', '25050'] },
          window: { days: null, from: '2026-01-01', to: null },
          statuses: [],
          products: null,
          paymentMethods: [],
          sources: [],
        },
        { kind: 'attribute', key: 'taste', check: { operator: 'KNOWN', values: [] } },
      ],
    };

    expect(sentence(rule, await words('en'))).toBe(
      'Sum of orders from $100 to $250.50 since Jan 1, 2026 and Favourite taste is known.',
    );
    expect(sentence(rule, await words('uk'))).toContain('поле «Улюблений смак» заповнено');
  });

  it('says that there are no orders', async () => {
    const rule: Rule = {
      kind: 'orders',
      measure: 'COUNT',
      check: { operator: 'IS', values: ['0'] },
      window: { days: 1, from: null, to: null },
      statuses: [],
      products: null,
      paymentMethods: [],
      sources: [],
    };

    expect(sentence(rule, await words('ru'))).toBe('Нет заказов за последний 1 день.');
    expect(sentence(rule, await words('en'))).toBe('No orders in the last 1 day.');
  });

  it('says who can be reached now', async () => {
    const rule: Rule = { kind: 'reachable', channel: 'EMAIL', purpose: 'marketing' };

    expect(sentence(rule, await words('en'))).toBe('Can be reached now with “News” (e-mail).');
    expect(sentence(rule, await words('ru'))).toBe('Сейчас можно отправить «Новости» (эл. почта).');
    expect(sentence(rule, await words('uk'))).toBe('Зараз можна надіслати «Новини» (ел. пошта).');
    expect(sentence(rule, await words('zh'))).toBe('目前可接收“资讯”（邮件）。');
  });

  it('says who is on a list', async () => {
    const rule: Rule = { kind: 'list', list: '00000000-0000-7000-8000-000000000002' };

    expect(sentence(rule, await words('en'))).toBe('Was put on the list by hand.');
    expect(sentence(rule, await words('ru'))).toBe('Внесён в список вручную.');
    expect(sentence(rule, await words('uk'))).toBe('Внесено до списку вручну.');
    expect(sentence(rule, await words('zh'))).toBe('由人工加入名单。');
  });

  it('counts the days of "in the last" whatever the type of the field', async () => {
    const rule: Rule = { kind: 'field', field: 'CREATED', check: { operator: 'LAST_DAYS', values: ['30'] } };

    expect(sentence(rule, await words('en'))).toBe('First known in the last 30 days.');
    expect(sentence(rule, await words('uk'))).toBe('Дата появи в базі за останні 30 днів.');
  });

  it('says anniversaries as people do', async () => {
    const birthday: Rule = { kind: 'field', field: 'BIRTH_DATE', check: { operator: 'ANNIVERSARY', values: ['7'] } };
    const year: Rule = {
      kind: 'orders',
      measure: 'FIRST_DAY',
      check: { operator: 'ANNIVERSARY', values: ['0', '1'] },
      window: { days: null, from: null, to: null },
      statuses: [],
      products: null,
      paymentMethods: [],
      sources: [],
    };

    expect(sentence(birthday, await words('en'))).toBe('Birthday in the next 7 days.');
    expect(sentence(birthday, await words('ru'))).toBe('День рождения в ближайшие 7 дней.');
    expect(sentence(birthday, await words('uk'))).toBe('День народження у найближчі 7 днів.');
    expect(sentence(birthday, await words('zh'))).toBe('生日在未来 7 天内。');
    expect(sentence(year, await words('en'))).toBe('1 year since first order today.');
    expect(sentence(year, await words('ru'))).toBe('1 год с даты «первый заказ» сегодня.');
  });

  it('says what people did, and in which order', async () => {
    const window = { days: 30, from: null, to: null };
    const basket: Rule = {
      kind: 'sequence',
      steps: [
        {
          events: {
            type: 'cart',
            where: [{ property: 'price', type: 'NUMBER', check: { operator: 'AT_LEAST', values: ['50'] } }],
          },
          withinMinutes: null,
        },
        { events: null, withinMinutes: 120 },
      ],
      lastMissing: true,
      window,
    };
    const views: Rule = {
      kind: 'all',
      rules: [
        {
          kind: 'events',
          events: { type: 'page_view', where: [] },
          measure: 'COUNT',
          property: null,
          check: { operator: 'AT_LEAST', values: ['3'] },
          window,
        },
        { kind: 'segment', segment: '00000000-0000-7000-8000-000000000001', member: false },
      ],
    };

    expect(sentence(basket, await words('en'))).toBe(
      'First “cart”, where price at least 50 in the last 30 days, but then no order within 2 hours.',
    );
    expect(sentence(views, await words('en'))).toBe(
      'Number of events “page_view” at least 3 in the last 30 days and is not in the segment “VIP”.',
    );
    expect(sentence(views, await words('ru'))).toBe(
      'Число событий «page_view» не меньше 3 за последние 30 дней и не входит в сегмент «VIP».',
    );
    expect(sentence(basket, await words('ru'))).toBe(
      'Сначала «cart», где price не меньше 50 за последние 30 дней, но затем нет: заказ в течение 2 часов.',
    );
  });

  it('calls letters what people call them', async () => {
    const rule: Rule = {
      kind: 'events',
      events: {
        type: 'message.opened',
        where: [{ property: 'campaign', type: 'TEXT', check: { operator: 'IS', values: ['Spring'] } }],
      },
      measure: 'COUNT',
      property: null,
      check: { operator: 'IS', values: ['0'] },
      window: { days: 30, from: null, to: null },
    };

    expect(sentence(rule, await words('en'))).toBe(
      'No event “Letter opened” in the last 30 days, where campaign is “Spring”.',
    );
    expect(sentence(rule, await words('uk'))).toBe(
      'Немає подій «Лист відкрито» за останні 30 днів, де розсилка — «Spring».',
    );
  });
});
