import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { ProductTags } from './product-tags';
import { type Words } from './rule-sentence';
import { type Basket, type ProductFilter } from './rules';

type BasketEditorProps = { basket: Basket | null; words: Words; onChange: (basket: Basket | null) => void };
type Side = keyof Basket;

const sides = ['with', 'without'] as const satisfies Side[];

/** What one and the same order has in it, and what it has not: a row for each sort of products. */
export function BasketEditor({ basket, words, onChange }: BasketEditorProps) {
  const { t } = words;
  const known = basket ?? { with: [], without: [] };
  const put = (side: Side, filters: ProductFilter[]) => {
    const next = { ...known, [side]: filters };
    onChange(next.with.length + next.without.length > 0 ? next : null);
  };
  const add = (side: Side) => put(side, [...known[side], { categories: [], brands: [], products: [] }]);
  return (
    <Stack gap={6} role="group" aria-label={t('editor.basket.title')}>
      <Text size="xs" c="dimmed">
        {t('editor.basket.title')}
      </Text>
      {sides.map((side) =>
        known[side].map((filter, place) => (
          <FilterRow
            key={`${side}${place}`}
            label={t(`editor.basket.${side}`)}
            filter={filter}
            words={words}
            onChange={(next) => put(side, known[side].with(place, next))}
            onRemove={() => put(side, known[side].toSpliced(place, 1))}
          />
        )),
      )}
      <Group gap={4}>
        {sides.map((side) => (
          <Button
            key={side}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => add(side)}
            disabled={known[side].length >= 10}
          >
            {t(side === 'with' ? 'editor.basket.addWith' : 'editor.basket.addWithout')}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

type FilterRowProps = {
  label: string;
  filter: ProductFilter;
  words: Words;
  onChange: (filter: ProductFilter) => void;
  onRemove: () => void;
};

function FilterRow({ label, filter, words, onChange, onRemove }: FilterRowProps) {
  return (
    <Group gap="xs" align="center" role="group" aria-label={label}>
      <Text size="sm" miw={72}>
        {label}
      </Text>
      <ProductTags filter={filter} words={words} onChange={onChange} />
      <ActionIcon variant="subtle" color="gray" aria-label={words.t('editor.basket.remove')} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
