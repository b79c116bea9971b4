import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { joinsQuery, type FileJoin } from '../imports';
import { Section } from './section';
import { type NewImportDraft } from './use-new-import';

/** By which column which file finds what it speaks of in which other, tried on its first rows. */
export function Joins({ whole: { requests, files } }: { whole: NewImportDraft }) {
  const { t } = useTranslation('sources');
  const { data: joins } = useQuery(joinsQuery(requests));
  const lonely = files.filter(({ draft: { kind } }, index) => needsOrders(kind) && !joins?.some(({ from }) => from === index));
  if (!joins) return null;
  return (
    <Section title={t('joins.title')} text={t('joins.text')}>
      <Paper>
        <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {joins.map((join) => (
            <Join key={`${join.from}/${join.kind}`} join={join} names={files.map(({ preview }) => preview.name)} />
          ))}
          {lonely.map(({ preview: { fileId, name } }) => (
            <Sentence key={fileId} good={false} text={t('joins.ordersBefore', { file: name })} />
          ))}
          {joins.length === 0 && lonely.length === 0 && <Sentence good text={t('joins.none')} />}
        </Stack>
      </Paper>
    </Section>
  );
}

function needsOrders(kind: string): boolean {
  return kind === 'lines' || kind === 'payments';
}

function Join({ join: { from, kind, column, to, looked, found }, names }: { join: FileJoin; names: string[] }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const file = names[from] ?? '';
  if (to.length === 0) return <Sentence good={false} text={t(`joins.missing.${kind}`, { file, column })} />;
  const others = to.map((place) => names[place]).join(', ');
  const figures = { found: format.number(found), looked: format.number(looked), count: looked };
  return (
    <Sentence
      good={found === looked}
      text={t(`joins.finds.${kind}`, { file, column, others })}
      note={t(found === looked ? 'joins.all' : 'joins.some', figures)}
    />
  );
}

function Sentence({ good, text, note }: { good: boolean; text: string; note?: string }) {
  const Icon = good ? IconLink : IconAlertTriangle;
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start">
      <Text component="span" c={good ? 'dimmed' : 'error'} lh={1} pt={3}>
        <Icon size={16} aria-hidden />
      </Text>
      <div>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        {note && (
          <Text size="sm" c="dimmed" className="numeric">
            {note}
          </Text>
        )}
      </div>
    </Group>
  );
}
