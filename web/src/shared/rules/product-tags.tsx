import { TagsInput } from '@mantine/core';
import { type Words } from './rule-sentence';
import { type ProductFilter } from './rules';

type ProductTagsProps = { filter: ProductFilter; words: Words; onChange: (filter: ProductFilter) => void };

/** Which products, by category and brand. */
export function ProductTags({ filter, words: { t, vocabulary }, onChange }: ProductTagsProps) {
  return (
    <>
      <TagsInput
        aria-label={t('editor.categories')}
        placeholder={filter.categories.length === 0 ? t('editor.categoriesHint') : ''}
        data={vocabulary?.categories ?? []}
        value={filter.categories}
        onChange={(categories) => onChange({ ...filter, categories })}
        flex="1 1 200px"
      />
      <TagsInput
        aria-label={t('editor.brands')}
        placeholder={filter.brands.length === 0 ? t('editor.brandsHint') : ''}
        data={vocabulary?.brands ?? []}
        value={filter.brands}
        onChange={(brands) => onChange({ ...filter, brands })}
        flex="1 1 200px"
      />
    </>
  );
}
