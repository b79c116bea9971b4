import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { needsOf, type ColumnMapping } from '../fields';
import { type ImportKind } from '../imports';

/** What the import needs a column for, and whether it has one. */
export function Needs({ kind, mapping }: { kind: ImportKind; mapping: ColumnMapping[] }) {
  const { t } = useTranslation('sources');
  return (
    <Group gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('needs.title')}>
      {needsOf(kind, mapping).map(({ id, met }) => (
        <Group key={id} component="li" gap={6} wrap="nowrap" c={met ? 'dimmed' : 'error'}>
          {met ? <IconCircleCheck size={17} aria-hidden /> : <IconCircleDashed size={17} aria-hidden />}
          <Text size="sm">{met ? t(`needs.${id}`) : t('needs.missing', { what: t(`needs.${id}`) })}</Text>
        </Group>
      ))}
    </Group>
  );
}
