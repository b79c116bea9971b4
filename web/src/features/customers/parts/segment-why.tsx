import { Button, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/shared/api/client';
import { Explanation } from '@/shared/rules/explanation';
import { Permitted } from '@/shared/ui/permitted';
import { RemoteSelect, type Choice } from './remote-select';

type SegmentWhyProps = { customer: string; segments: { id: string; name: string }[] };

/** Why somebody is in a segment or not, for any segment. */
export function SegmentWhy({ customer, segments }: SegmentWhyProps) {
  const { t } = useTranslation('customers');
  const [opened, { open, close }] = useDisclosure(false);
  const [chosen, setChosen] = useState(segments[0]?.id ?? '');
  return (
    <Permitted need="segments.read">
      <Button size="compact-sm" variant="subtle" onClick={open}>
        {t('card.why')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('card.whyTitle')} size="lg">
        <Stack gap="md">
          <RemoteSelect
            label={t('card.whySegment')}
            value={chosen}
            known={segments.map(({ id, name }) => ({ value: id, label: name }))}
            find={findSegments}
            queryKey="card-segments"
            onChange={setChosen}
          />
          {chosen && <Explanation key={chosen} about={{ segment: chosen }} customer={customer} />}
        </Stack>
      </Modal>
    </Permitted>
  );
}

async function findSegments(search: string, signal: AbortSignal): Promise<Choice[]> {
  const query = { limit: 20, ...(search && { search }) };
  const { items } = await unwrap(api.GET('/api/v1/segments', { params: { query }, signal }));
  return items.map(({ segment }) => ({ value: segment.id, label: segment.name }));
}
