import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '@/shared/ui/job-progress';
import { useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { isUnderway, useUndoImport, type Import } from '../imports';
import { UndoFigures } from './undo-figures';

/** First what undoing would come to, then the undoing, then what it came to. */
export function Undo({ of: one }: { of: Import }) {
  const { t } = useTranslation('sources');
  const undo = useUndoImport(one.id);
  const onError = useNotifyProblem();
  const told = useRef<HTMLDivElement>(null);
  const asked = undo.isSuccess && one.undo !== null;
  // What it comes to is longer than the button that asked for it, which stands at the end of the page.
  useEffect(() => {
    if (asked) told.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  if (one.dryRun || isUnderway(one)) return null;
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
    <Stack ref={told} gap="sm" component="section" aria-label={t('undo.title')}>
      <Alert color="sunflower" icon={<IconArrowBackUp size={18} />} title={t('undo.title')}>
        <Text size="sm">
          {one.undo.dryRun ? t('undo.text') : <>{t('undo.done')} {one.undo.undoneAt && <DateText value={one.undo.undoneAt} />}</>}
        </Text>
        {!one.undo.dryRun && one.undo.by && (
          <Text size="sm">
            {t('undo.by', { name: one.undo.by })}
          </Text>
        )}
      </Alert>
      <UndoFigures of={one} undo={one.undo} />
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
