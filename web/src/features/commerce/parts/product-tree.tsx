import { NavLink, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { useProductTree } from '../products';

const step = ' > ';

export type ProductTreePanelProps = {
  category: string;
  brand: string;
  choose: (chosen: { category?: string | undefined; brand?: string | undefined }) => void;
};

/** Categories as a tree and brands; what is chosen is chosen for the list, a second click lets it go. */
export function ProductTreePanel({ category, brand, choose }: ProductTreePanelProps) {
  const { t } = useTranslation('commerce');
  const tree = useProductTree();
  if (!tree) return null;
  return (
    <Paper component="nav" aria-label={t('products.categories')}>
      <Stack gap="sm">
        <Title order={2} fz="md">
          {t('products.categories')}
        </Title>
        {tree.categories.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('products.noCategories')}
          </Text>
        )}
        <div>
          {tree.categories.filter(({ name }) => isInSight(name, category)).map(({ name, products }) => (
            <Entry
              key={name}
              name={name.split(step).at(-1) ?? name}
              depth={name.split(step).length - 1}
              products={products}
              active={name === category}
              onClick={() => choose({ category: name === category ? undefined : name })}
            />
          ))}
        </div>
        {tree.brands.length > 0 && (
          <Title order={2} fz="md">
            {t('products.brands')}
          </Title>
        )}
        <div style={{ maxHeight: 320, overflowY: 'auto' }}>
          {tree.brands.map(({ name, products }) => (
            <Entry
              key={name}
              name={name}
              depth={0}
              products={products}
              active={name === brand}
              onClick={() => choose({ brand: name === brand ? undefined : name })}
            />
          ))}
        </div>
      </Stack>
    </Paper>
  );
}

/** The roots, and what lies right below the chosen path and each step of it. */
function isInSight(name: string, chosen: string): boolean {
  const above = name.split(step).slice(0, -1).join(step);
  return above === '' || chosen === above || chosen.startsWith(above + step);
}

type EntryProps = { name: string; depth: number; products: number; active: boolean; onClick: () => void };

function Entry({ name, depth, products, active, onClick }: EntryProps) {
  const format = useFormat();
  return (
    <NavLink
      component="button"
      type="button"
      label={name}
      active={active}
      aria-pressed={active}
      pl={8 + depth * 16}
      py={4}
      rightSection={
        <Text size="xs" className="numeric">
          {format.number(products)}
        </Text>
      }
      onClick={onClick}
    />
  );
}
