import { Button, Group, Modal, Select, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, type Permission } from '@/shared/api/permission';
import { useFormat } from '@/shared/lib/use-format';
import { ErrorState } from '@/shared/ui/error-state';
import { useNotifyProblem } from '@/shared/ui/notify';
import { asked, bulkKinds, isSaid, useOutlook, useStartBulk, type BulkDraft, type BulkOutlook } from '../bulk';
import { type ListView } from '../list-view';
import { BulkInputs } from './bulk-inputs';
import { BulkHistory, BulkProgress } from './bulk-progress';

type BulkChangeProps = { view: ListView; chosen: string[]; found: number | undefined; done: () => void };

/** One change to those chosen, or to all that the list finds: counted first, taken back with one click. */
export function BulkChange(props: BulkChangeProps) {
  const { t } = useTranslation('customers');
  const [opened, { open, close }] = useDisclosure(false);
  const [running, setRunning] = useState<string | null>(null);
  const leave = () => {
    close();
    setRunning(null);
  };
  return (
    <>
      <Button variant={props.chosen.length > 0 ? 'light' : 'default'} leftSection={<IconPencil size={16} />} onClick={open}>
        {props.chosen.length > 0 ? t('bulk.openChosen', { count: props.chosen.length }) : t('bulk.open')}
      </Button>
      <Modal opened={opened} onClose={leave} size="lg" title={<Text fw={620}>{t('bulk.title')}</Text>}>
        {running ? (
          <BulkProgress id={running} leave={leave} done={props.done} />
        ) : (
          <Fields {...props} started={setRunning} />
        )}
      </Modal>
    </>
  );
}

/** Beside the right to change customers. */
const neededFor: Record<string, Permission | undefined> = { consent_withdrawn: 'consents.edit', list_added: 'segments.edit' };

const nothing: BulkDraft = { kind: 'tag_added', key: '', value: '', note: '' };

function Fields({ view, chosen, found, started }: BulkChangeProps & { started: (id: string) => void }) {
  const { t } = useTranslation('customers');
  const may = useMay();
  const [draft, setDraft] = useState(nothing);
  const [whom, setWhom] = useState(chosen.length > 0 ? 'chosen' : 'found');
  const meant = whom === 'chosen' ? chosen : null;
  const [settled] = useDebouncedValue(draft, 300);
  const outlook = useOutlook(asked(settled, meant, view), isSaid(draft) && isSaid(settled));
  const start = useStartBulk();
  const onError = useNotifyProblem();
  const kinds = bulkKinds.filter((kind) => may(neededFor[kind]));
  const needsNote = draft.kind === 'consent_withdrawn' && draft.note.trim() === '';
  const changing = isSaid(draft) ? outlook.data?.changing : undefined;
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        value={whom}
        onChange={setWhom}
        data={[
          { value: 'chosen', label: t('bulk.chosen', { count: chosen.length }), disabled: chosen.length === 0 },
          { value: 'found', label: t('bulk.found', { count: found ?? 0 }) },
        ]}
      />
      <Select
        label={t('bulk.what')}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(`bulk.kind.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => setDraft({ ...nothing, kind: kind ?? 'tag_added' })}
      />
      <BulkInputs draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
      {outlook.error && isSaid(draft) ? (
        <ErrorState error={outlook.error} />
      ) : (
        <Outlook outlook={isSaid(draft) ? outlook.data : undefined} />
      )}
      <Group justify="space-between">
        <BulkHistory />
        <Button
          disabled={!changing || needsNote || outlook.isFetching || settled !== draft}
          loading={start.isPending}
          onClick={() => start.mutate(asked(draft, meant, view), { onSuccess: ({ id }) => started(id), onError })}
        >
          {t('bulk.start', { count: changing ?? 0 })}
        </Button>
      </Group>
    </Stack>
  );
}

/** What would happen, before it does. */
function Outlook({ outlook }: { outlook: BulkOutlook | undefined }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  if (!outlook) {
    return (
      <Text size="sm" c="dimmed">
        {t('bulk.notCounted')}
      </Text>
    );
  }
  return (
    <Stack gap={2} role="status" className="numeric">
      <Text size="sm" fw={550}>
        {t('bulk.changing', { count: outlook.changing, number: format.number(outlook.changing) })}
      </Text>
      <Text size="sm">{t('bulk.same', { count: outlook.same, number: format.number(outlook.same) })}</Text>
      {outlook.gone > 0 && (
        <Text size="sm">{t('bulk.gone', { count: outlook.gone, number: format.number(outlook.gone) })}</Text>
      )}
    </Stack>
  );
}
