import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { kinds, type ImportKind } from '../imports';
import customers from '../samples/customers.csv?url';
import lines from '../samples/order-lines.csv?url';
import orders from '../samples/orders.csv?url';
import payments from '../samples/payments.csv?url';
import products from '../samples/products.csv?url';
import suppressions from '../samples/stop-list.csv?url';

const files: Record<ImportKind, string> = { customers, products, orders, lines, payments, suppressions };

const samples = kinds.map((kind) => ({ kind, href: files[kind], name: `${kind}.csv` }));

/** A small shop in files that belong together: how such files look, and something to try with. */
export function SampleFiles() {
  const { t } = useTranslation('sources');
  return (
    <Group gap="xs" justify="center" fz="sm">
      <Text size="sm" c="dimmed">
        {t('empty.samples')}
      </Text>
      {samples.map(({ kind, href, name }) => (
        <Anchor key={kind} href={href} download={name} size="sm">
          {t(`kind.${kind}`)}
        </Anchor>
      ))}
    </Group>
  );
}
