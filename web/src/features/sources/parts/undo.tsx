import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '@/shared/ui/job-progress';
import { useNotifyProblem } from '@/shared/ui/notify';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { StatTile } from '@/shared/ui/stat-tile';
import { isUnderway, useUndoImport, type Import } from '../imports';

type Undone = NonNullable<Import['undo']>;

/** First what undoing would come to, then the undoing, then what it came to. */
export function Undo({ of: one }: { of: Import }) {
  const { t } = useTranslation('sources');
  const undo = useUndoImport(one.id);
  const onError = useNotifyProblem();
  const undoable = one.files.some(({ kind }) => kind === 'customers' || kind === 'orders');
  if (!undoable || one.dryRun || isUnderway(one)) return null;
  if (one.undoJobId) return <JobProgress id={one.undoJobId} title={t('undo.undoing')} />;
  if (!one.undo) {
    return (
      <Group>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} />}
          loading={undo.isPending}
          onClick={() => undo.mutate(true, { onError })}
        >
          {t('undo.try')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="sm" component="section" aria-label={t('undo.title')}>
      <Alert color="sunflower" icon={<IconArrowBackUp size={18} />} title={t('undo.title')}>
        <Text size="sm">
          {one.undo.dryRun ? t('undo.text') : <>{t('undo.done')} {one.undo.undoneAt && <DateText value={one.undo.undoneAt} />}</>}
        </Text>
      </Alert>
      <UndoFigures undo={one.undo} />
      {one.undo.dryRun && (
        <Group>
          <Button color="red" loading={undo.isPending} onClick={() => undo.mutate(false, { onError })}>
            {t('undo.confirm')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function UndoFigures({ undo }: { undo: Undone }) {
  const { t } = useTranslation('sources');
  const names = [...undo.customers.map(({ name }) => name), ...undo.orders].filter((name) => name !== '');
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
        <StatTile label={t('undo.removed')} value={<NumberText value={undo.customersRemoved} />} />
        <StatTile
          label={t('undo.changed')}
          definition={t('undo.changedDefinition')}
          value={<NumberText value={undo.customersChanged} />}
        />
        <StatTile label={t('undo.ordersRemoved')} value={<NumberText value={undo.ordersRemoved} />} />
        <StatTile
          label={t('undo.ordersKept')}
          definition={t('undo.ordersKeptDefinition')}
          value={<NumberText value={undo.ordersKept} />}
        />
        <StatTile
          label={t('undo.consents')}
          definition={t('undo.consentsDefinition')}
          value={<NumberText value={undo.consentsTakenBack} />}
        />
      </SimpleGrid>
      {names.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('undo.stay', { names: names.join(', ') })}
        </Text>
      )}
    </>
  );
}
