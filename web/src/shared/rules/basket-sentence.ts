import { type Words } from './rule-sentence';
import { type Basket, type ProductFilter } from './rules';

/** What lies together in each of the orders that were said. */
export function withBasket(said: string, basket: Basket | null | undefined, words: Words): string {
  if (!basket) return said;
  const { t } = words;
  const several = basket.with.length > 1;
  const list = basket.with.map((filter) => {
    const sort = filterPhrase(filter, true, words);
    return several && isEither(filter) ? t('sentence.brackets', { said: sort }) : sort;
  });
  const present = list.join(t('sentence.basket.and'));
  const absent = basket.without.map((filter) => filterPhrase(filter, false, words)).join(t('sentence.basket.or'));
  if (basket.without.length === 0) return t('sentence.basket.with', { said, present, count: list.length });
  if (list.length === 0) return t('sentence.basket.without', { said, absent });
  return t('sentence.basket.both', { said, present, absent, count: list.length });
}

/** One of several would do. */
function isEither({ categories, brands, products }: ProductFilter): boolean {
  return Math.max(categories.length, brands.length) > 1 || (products.length > 1 && categories.length + brands.length === 0);
}

/** A sort of products, as it is said of what is there or of what is not. */
function filterPhrase({ categories, brands, products }: ProductFilter, present: boolean, words: Words): string {
  const { t } = words;
  const quoted = (values: string[]) => values.map((value) => t('sentence.quoted', { value })).join(t('sentence.basket.or'));
  const count = products.length;
  const chosen = count > 0 ? t(present ? 'sentence.basket.chosen' : 'sentence.basket.chosenAbsent', { count }) : '';
  if (categories.length === 0 && brands.length === 0) return chosen;
  const brand = { list: quoted(brands) };
  const sort =
    categories.length === 0
      ? t(present ? 'sentence.basket.brands' : 'sentence.basket.brandsAbsent', brand)
      : brands.length === 0
        ? quoted(categories)
        : t('sentence.basket.ofBrands', { ...brand, categories: quoted(categories) });
  return chosen ? t('sentence.basket.among', { sort, chosen }) : sort;
}
