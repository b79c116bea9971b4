import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';

/** Who came and who went. */
export function Moved({ entered, left }: { entered: number | undefined; left: number | undefined }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  if (!entered && !left) return <span>—</span>;
  return (
    <Group gap={8} wrap="nowrap" component="span">
      {Boolean(entered) && (
        <Text span inherit className="numeric" aria-label={t('moved.entered', { count: entered })}>
          +{format.number(entered ?? 0)}
        </Text>
      )}
      {Boolean(left) && (
        <Text span inherit c="dimmed" className="numeric" aria-label={t('moved.left', { count: left })}>
          −{format.number(left ?? 0)}
        </Text>
      )}
    </Group>
  );
}
