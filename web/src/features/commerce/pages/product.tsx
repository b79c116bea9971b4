import { Paper, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSourceName } from '@/shared/lib/source-name';
import { usePathParam } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { Money, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { TextLink } from '@/shared/ui/route-link';
import { StatTile } from '@/shared/ui/stat-tile';
import { productQuery, type ProductDetails } from '../products';

const listHref = (part: Record<string, string>): string => '/products?' + new URLSearchParams(part).toString();

export function ProductPage() {
  const { t } = useTranslation('commerce');
  const { data, error, refetch } = useQuery(productQuery(usePathParam('id')));
  return (
    <Page title={data?.product.name ?? '…'} crumbs={[{ label: t('products.title'), href: '/products' }]}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton h={200} />}
      {data && <Details details={data} />}
    </Page>
  );
}

function Details({ details: { product, source, sales } }: { details: ProductDetails }) {
  const sourceName = useSourceName();
  const { t } = useTranslation('commerce');
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
        <StatTile label={t('products.orders')} value={<NumberText value={sales.orders} />} />
        <StatTile label={t('products.buyers')} value={<NumberText value={sales.buyers} />} />
        <StatTile label={t('order.quantity')} value={<NumberText value={sales.quantity} />} />
        <StatTile
          label={t('order.revenue')}
          value={<Money value={sales.revenue} />}
          definition={t('products.revenueHint')}
        />
      </SimpleGrid>
      <Paper>
        <Stack gap="xs">
          <Text size="sm">
            {t('products.id')}: {product.externalId}
          </Text>
          <Text size="sm">
            {t('products.price')}: <Money value={product.price} />
          </Text>
          <Steps path={product.category} />
          {product.brand && (
            <Text size="sm">
              {`${t('products.brand')}: `}
              <TextLink href={listHref({ brand: product.brand })}>{product.brand}</TextLink>
            </Text>
          )}
          <Text size="sm">
            {t('order.source')}: {sourceName(source) || '—'}
          </Text>
        </Stack>
      </Paper>
    </>
  );
}

/** Each step of the path opens its part of the tree. */
function Steps({ path }: { path: string | null | undefined }) {
  const { t } = useTranslation('commerce');
  if (!path) return null;
  const steps = path.split(' > ');
  return (
    <Text size="sm">
      {`${t('order.category')}: `}
      {steps.map((name, index) => (
        <span key={steps.slice(0, index + 1).join('>')}>
          {index > 0 && ' › '}
          <TextLink href={listHref({ category: steps.slice(0, index + 1).join(' > ') })}>
            {name}
          </TextLink>
        </span>
      ))}
    </Text>
  );
}
