import { describe, expect, it } from 'vitest';
import { sentence } from '@/shared/rules/rule-sentence';
import { isComplete, type OrdersRule, type ProductFilter } from '@/shared/rules/rules';
import { words } from './test-words';

const products = (sort: Partial<ProductFilter>): ProductFilter => ({ categories: [], brands: [], products: [], ...sort });
const coffee = products({ categories: ['Coffee'] });
const acme = products({ brands: ['Acme'] });
const sweets = products({ categories: ['Cakes', 'Sweets'], brands: ['Bonbon'] });

const twice = (basket: OrdersRule['basket']): OrdersRule => ({
  kind: 'orders',
  measure: 'COUNT',
  check: { operator: 'AT_LEAST', values: ['2'] },
  window: { days: 90, from: null, to: null },
  statuses: [],
  products: null,
  paymentMethods: [],
  sources: [],
  basket,
});

describe('what lies together in an order as a sentence', () => {
  it('says what is in it and what is not', async () => {
    const rule = twice({ with: [coffee, acme], without: [sweets] });

    expect(sentence(rule, await words('en'))).toBe(
      'Number of orders at least 2 in the last 90 days, with “Coffee” and something by “Acme” in the same order and no “Cakes” or “Sweets” by “Bonbon” in it.',
    );
    expect(sentence(rule, await words('ru'))).toBe(
      'Число заказов не меньше 2 за последние 90 дней, где в одном заказе есть «Coffee» и товар бренда «Acme», но нет «Cakes» или «Sweets» бренда «Bonbon».',
    );
    expect(sentence(rule, await words('uk'))).toBe(
      'Кількість замовлень не менше 2 за останні 90 днів, де в одному замовленні є «Coffee» і товар бренду «Acme», але немає «Cakes» або «Sweets» бренду «Bonbon».',
    );
    expect(sentence(rule, await words('zh'))).toBe(
      '最近 90 天订单数不少于 2，同一订单中含“Coffee”和品牌为“Acme”的商品，但不含品牌为“Bonbon”的“Cakes”或“Sweets”。',
    );
  });

  it('says only what is in it', async () => {
    const rule = twice({ with: [sweets, coffee], without: [] });

    expect(sentence(rule, await words('en'))).toBe(
      'Number of orders at least 2 in the last 90 days, with (“Cakes” or “Sweets” by “Bonbon”) and “Coffee” in the same order.',
    );
    expect(sentence(twice({ with: [acme], without: [] }), await words('ru'))).toBe(
      'Число заказов не меньше 2 за последние 90 дней, где в заказе есть товар бренда «Acme».',
    );
  });

  it('says only what is not in it', async () => {
    const rule = twice({ with: [], without: [coffee, acme] });

    expect(sentence(rule, await words('en'))).toBe(
      'Number of orders at least 2 in the last 90 days, with no “Coffee” or product by “Acme” in the order.',
    );
    expect(sentence(rule, await words('ru'))).toBe(
      'Число заказов не меньше 2 за последние 90 дней, где в заказе нет «Coffee» или товаров бренда «Acme».',
    );
    expect(sentence(rule, await words('uk'))).toBe(
      'Кількість замовлень не менше 2 за останні 90 днів, де в замовленні немає «Coffee» або товарів бренду «Acme».',
    );
    expect(sentence(rule, await words('zh'))).toBe('最近 90 天订单数不少于 2，订单中不含“Coffee”或品牌为“Acme”的商品。');
  });

  it('counts products that were chosen one by one', async () => {
    const three = products({ products: ['a', 'b', 'c'] });

    expect(sentence(twice({ with: [three], without: [three] }), await words('ru'))).toBe(
      'Число заказов не меньше 2 за последние 90 дней, где в одном заказе есть один из 3 выбранных товаров, но нет ни одного из 3 выбранных товаров.',
    );
  });

  it('is complete when each sort of products is named', () => {
    expect(isComplete(twice({ with: [coffee], without: [] }))).toBe(true);
    expect(isComplete(twice({ with: [coffee, products({})], without: [] }))).toBe(false);
    expect(isComplete(twice({ with: [], without: [] }))).toBe(false);
    expect(isComplete(twice(null))).toBe(true);
  });
});
