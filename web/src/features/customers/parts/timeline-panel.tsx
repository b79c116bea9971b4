import { Button, Center, Chip, Group, Skeleton, Text, ThemeIcon, Timeline } from '@mantine/core';
import { IconArrowMerge, IconChecklist, IconMail, IconNote, IconPaperclip, IconPencil, IconPoint, IconShieldCheck, IconShoppingBag, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Icon } from '@/shared/lib/feature';
import { useUrlSearch } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { DateText } from '@/shared/ui/numbers';
import { SearchField, useUrlText } from '@/shared/ui/search-field';
import { useTimeline, type TimelineEntry } from '../customer-card';
import { DeleteNote } from './delete-note';
import { NewNote } from './new-note';
import { Panel } from './panel';
import { TakeBack } from './take-back';
import { TimelineSentence } from './timeline-sentence';
import { UndoMerge } from './undo-merge';

const kinds = ['', 'order', 'message', 'consent', 'note', 'step', 'file', 'edit', 'owner', 'merge'];
const icons: Record<string, Icon> = { order: IconShoppingBag, message: IconMail, consent: IconShieldCheck, edit: IconPencil, note: IconNote, step: IconChecklist, file: IconPaperclip, owner: IconUserShare, merge: IconArrowMerge };

export function TimelinePanel({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useUrlSearch();
  const kind = search['kind'] ?? '';
  const { text, setText, settled } = useUrlText('text');
  const { rows, error, onRetry, more } = useTimeline(id, kind, settled);
  const filter = (
    <Chip.Group value={kind} onChange={(value) => setSearch({ kind: value || undefined })}>
      <Group gap={4} role="radiogroup" aria-label={t('card.timeline')}>
        {kinds.map((value) => (
          <Chip key={value} size="xs" value={value}>
            {t(`timeline.filter.${value || 'all'}`)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
  return (
    <Panel title={t('card.timeline')}>
      {filter}
      <NewNote id={id} />
      <SearchField size="xs" label={t('timeline.search')} text={text} onChange={setText} />
      {error != null && <ErrorState error={error} onRetry={onRetry} />}
      {!rows && error == null && <Skeleton h={220} />}
      {rows?.length === 0 && <Text c="dimmed">{t(settled || kind ? 'card.nothingFound' : 'card.noTimeline')}</Text>}
      {rows && rows.length > 0 && (
        <Timeline bulletSize={26} lineWidth={2}>
          {rows.map((entry) => (
            <Timeline.Item key={`${entry.kind} ${entry.id}`} bullet={<Bullet entry={entry} />}>
              <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
                <TimelineSentence entry={entry} />
                {entry.kind === 'note' && <DeleteNote id={id} note={entry.id} />}
                {entry.kind === 'edit' && <TakeBack id={id} entry={entry} />}
                {entry.kind === 'merge' && <UndoMerge entry={entry} />}
              </Group>
              <DateText value={entry.at} as={entry.data['dateOnly'] ? 'day' : 'dateTime'} size="xs" c="dimmed" />
            </Timeline.Item>
          ))}
        </Timeline>
      )}
      {more.has && (
        <Center>
          <Button variant="subtle" size="compact-sm" onClick={more.load} loading={more.loading}>
            {t('card.earlier')}
          </Button>
        </Center>
      )}
    </Panel>
  );
}

function Bullet({ entry }: { entry: TimelineEntry }) {
  const Picture = icons[entry.kind] ?? IconPoint;
  return (
    <ThemeIcon size={26} radius="xl" variant="light" aria-hidden>
      <Picture size={15} stroke={1.7} />
    </ThemeIcon>
  );
}
