import { Badge, Collapse, Group, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { TextLink } from '@/shared/ui/route-link';
import { DateText, Money, NumberText } from '@/shared/ui/numbers';
import { ordersQuery, type CustomerOrder } from '../customer-card';
import { Panel } from './panel';

export function OrdersPanel({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const { data, error } = useQuery(ordersQuery(id));
  return (
    <Panel title={t('card.orders')} beside={data && <NumberText value={data.length} c="dimmed" size="sm" />}>
      {error && <ErrorState error={error} />}
      {!data && !error && <Skeleton h={96} />}
      {data?.length === 0 && <Text c="dimmed">{t('card.noOrders')}</Text>}
      {data?.map((order) => (
        <OrderLine key={order.id} order={order} />
      ))}
    </Panel>
  );
}

function OrderLine({ order }: { order: CustomerOrder }) {
  const { t } = useTranslation('customers');
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div>
      <UnstyledButton onClick={toggle} aria-expanded={opened} w="100%">
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <Group gap={6} wrap="nowrap" miw={0}>
            <IconChevronDown size={14} style={{ rotate: opened ? '180deg' : '0deg', flexShrink: 0 }} />
            <DateText value={order.placedAt} as={order.dateOnly ? 'day' : 'date'} size="sm" />
            <Text size="sm" c="dimmed" truncate>
              {order.externalId}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            {!order.counts && (
              <Badge variant="light" color="gray">
                {t(`status.${order.status}`, { defaultValue: order.status })}
              </Badge>
            )}
            <Money value={order.total} size="sm" fw={550} {...(!order.counts && { td: 'line-through' })} />
          </Group>
        </Group>
      </UnstyledButton>
      <Collapse expanded={opened}>
        <Stack gap={2} pl={20} pt={4}>
          <TextLink href={'/orders/' + order.id} size="xs">
            {t('card.openOrder')}
          </TextLink>
          {order.lines.map((line) => (
            <Group key={line.lineNo} justify="space-between" gap="xs" wrap="nowrap">
              <Text size="xs" c="dimmed">
                <NumberText value={line.quantity} /> × {line.product ?? t('card.unnamedProduct')}
              </Text>
              <Money value={line.amount} size="xs" c="dimmed" />
            </Group>
          ))}
          {order.lines.length === 0 && (
            <Text size="xs" c="dimmed">
              {t('card.noLines')}
            </Text>
          )}
        </Stack>
      </Collapse>
    </div>
  );
}
