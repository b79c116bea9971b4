import { Box, Button, Collapse, Grid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCategory, IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportMenu } from '@/shared/ui/export-menu';
import { Money } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { SearchField, useUrlText } from '@/shared/ui/search-field';
import { ProductTreePanel, type ProductTreePanelProps } from '../parts/product-tree';
import { productsHref, useProducts, type Product } from '../products';

/** What is sold: the tree of categories on the left, the products on the right. */
export function ProductListPage() {
  const { t } = useTranslation('commerce');
  const [search, setSearch] = useUrlSearch();
  const { text, setText, settled } = useUrlText('q');
  const view = { q: settled, category: search['category'] ?? '', brand: search['brand'] ?? '' };
  const products = useProducts(view);
  return (
    <Page
      title={t('products.title')}
      description={t('products.text')}
      actions={<ExportMenu href={(format) => productsHref(view, format)} />}
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 3 }}>
          <TreeBeside {...view} choose={setSearch} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 9 }}>
          <Stack gap="md">
            <SearchField label={t('products.search')} text={text} onChange={setText} />
            <DataTable
              label={t('products.title')}
              columns={useColumns()}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/products/${id}`}
              empty={
                <EmptyState icon={IconPackage} title={t('products.emptyTitle')}>
                  {t('products.empty')}
                </EmptyState>
              }
              {...products}
            />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** On a phone the tree is folded behind a button that says what is chosen. */
function TreeBeside(props: ProductTreePanelProps) {
  const { t } = useTranslation('commerce');
  const [open, { toggle }] = useDisclosure();
  const chosen = [props.category, props.brand].filter((part) => part !== '').join(' · ');
  const tree = <ProductTreePanel {...props} />;
  return (
    <>
      <Box visibleFrom="md">{tree}</Box>
      <Stack hiddenFrom="md" gap="xs">
        <Button variant="default" leftSection={<IconCategory size={16} />} aria-expanded={open} onClick={toggle}>
          {chosen || t('products.tree')}
        </Button>
        <Collapse expanded={open}>{tree}</Collapse>
      </Stack>
    </>
  );
}

function useColumns(): Column<Product>[] {
  const { t } = useTranslation('commerce');
  return [
    {
      id: 'name',
      header: t('order.product'),
      cell: ({ name }) => (
        <Text inherit fw={550}>
          {name}
        </Text>
      ),
    },
    { id: 'externalId', header: t('products.id'), visibleFrom: 'lg', cell: ({ externalId }) => externalId },
    { id: 'category', header: t('order.category'), visibleFrom: 'sm', cell: ({ category }) => category ?? '—' },
    { id: 'brand', header: t('products.brand'), visibleFrom: 'md', cell: ({ brand }) => brand ?? '—' },
    { id: 'price', header: t('products.price'), align: 'right', cell: ({ price }) => <Money value={price} /> },
  ];
}
