import { ActionIcon, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { useSourceName } from '@/shared/lib/source-name';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { DateText } from '@/shared/ui/numbers';
import { useChangeCustomer } from '../edit-customer';
import { useFieldSight } from '../field-rights';
import { provenanceQuery, type FieldProvenance, type SaidValue } from '../provenance';
import { useFieldText } from '../use-field-text';

/** Where each value of the profile is from, what else was said, and which of it is shown. */
export function Whence({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon variant="subtle" aria-label={t('whence.title')} onClick={open}>
        <IconInfoCircle size={16} />
      </ActionIcon>
      <Modal opened={opened} onClose={close} size="lg" title={<Text fw={620}>{t('whence.title')}</Text>}>
        {opened && <Fields id={id} />}
      </Modal>
    </>
  );
}

function Fields({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = useQuery(provenanceQuery(id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={220} />;
  if (data.length === 0) return <Text c="dimmed">{t('whence.nothing')}</Text>;
  return (
    <Stack gap="md">
      {data.map((field) => (
        <Field key={field.field} id={id} field={field} />
      ))}
    </Stack>
  );
}

function Field({ id, field: { field, shown, others } }: { id: string; field: FieldProvenance }) {
  const { t } = useTranslation('customers');
  const may = useMay()('customers.edit');
  const { edits } = useFieldSight();
  const change = useChangeCustomer(id);
  const onError = useNotifyProblem();
  const choose = (value: string) =>
    change.mutate({ [field]: value }, { onSuccess: () => notifyDone(t('edit.saved')), onError });
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t(`input.${field}`)}
      </Text>
      {shown && <Said field={field} said={shown} strong />}
      {others.map((other) => (
        <Group key={other.value} justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Said field={field} said={other} />
          {may && edits(field) && (
            <Button
              size="compact-xs"
              variant="subtle"
              style={{ flexShrink: 0 }}
              disabled={change.isPending}
              onClick={() => choose(other.value)}
            >
              {t('whence.choose')}
            </Button>
          )}
        </Group>
      ))}
    </div>
  );
}

function Said({ field, said, strong }: { field: string; said: SaidValue; strong?: boolean }) {
  const { t } = useTranslation('customers');
  const sourceName = useSourceName();
  const textOf = useFieldText();
  return (
    <div>
      <Text size="sm" fw={strong ? 550 : undefined} style={{ overflowWrap: 'anywhere' }}>
        {textOf(field, said.value)}
      </Text>
      <Text size="xs" c="dimmed" component="div">
        {sourceName(said.source)} · <DateText value={said.saidAt} as="date" size="xs" c="dimmed" />
        {said.sources > 1 && ` · ${t('whence.sources', { count: said.sources })}`}
      </Text>
    </div>
  );
}
