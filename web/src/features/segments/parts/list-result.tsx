import { Alert, Code, ScrollArea, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { type ListChange } from '../list';

/** How many were put on or taken off, and the lines that mean nobody. */
export function ListResult({ change, added }: { change: ListChange; added: boolean }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const unknown = change.unknownLines;
  return (
    <Alert color={unknown > 0 ? 'yellow' : 'pine'} role="status">
      <Stack gap="xs">
        <Text size="sm">
          {t(added ? 'byHand.added' : 'byHand.removed', { number: format.number(change.changed) })}{' '}
          {t('byHand.unchanged', { number: format.number(change.unchanged) })}
        </Text>
        {unknown > 0 && (
          <>
            <Text size="sm">{t('byHand.unknown', { number: format.number(unknown) })}</Text>
            <ScrollArea.Autosize mah={180}>
              <Code block>{change.unknown.map(({ line, text }) => `${line}: ${text}`).join('\n')}</Code>
            </ScrollArea.Autosize>
          </>
        )}
      </Stack>
    </Alert>
  );
}
