import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { useGo } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { type PickedPeople, useMakeSegment } from '../segment-of-cell';

/** Makes the people of a cell a segment and leads to it. */
export function MakeSegment({ pick, close }: { pick: PickedPeople | null; close: () => void }) {
  const { t } = useTranslation('insight');
  return (
    <Modal opened={pick !== null} onClose={close} title={<Text fw={620}>{t('segment.title')}</Text>}>
      {pick && <SegmentForm key={pick.name} pick={pick} />}
    </Modal>
  );
}

function SegmentForm({ pick }: { pick: PickedPeople }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const go = useGo();
  const [name, setName] = useState(pick.name);
  const make = useMakeSegment((id) => go(`/segments/${id}`));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) make.mutate({ name: name.trim(), rule: pick.rule });
      }}
    >
      <Stack gap="md">
        {make.error && <ErrorState error={make.error} />}
        <Text size="sm">
          {pick.meaning} {t('segment.now', { count: pick.customers, number: format.number(pick.customers) })}
        </Text>
        <TextInput
          label={t('segment.name')}
          value={name}
          maxLength={100}
          data-autofocus
          error={name.trim() ? null : t('segment.nameNeeded')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={make.isPending}>
            {t('segment.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
