import { Badge, Button, Grid, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconArrowsSplit, IconFolder, IconPencil, IconTag, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGo, usePathParam, writeSearch } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { ExportMenu, type TableFormat } from '@/shared/ui/export-menu';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { DateText, NumberText } from '@/shared/ui/numbers';
import { Page } from '@/shared/ui/page';
import { RouteLink, TextLink } from '@/shared/ui/route-link';
import { StatTile } from '@/shared/ui/stat-tile';
import { Permitted } from '@/shared/ui/permitted';
import { useDeleteSegment, useRestoreSegment } from '../change-segment';
import { Moved } from '../parts/moved';
import { Passport } from '../parts/passport';
import { SizeChart } from '../parts/size-chart';
import { ListPeople } from '../parts/list-people';
import { Members } from '../parts/members';
import { Versions } from '../parts/versions';
import { sentence } from '@/shared/rules/rule-sentence';
import { useSegment, useSegmentHistory, type SegmentHistory } from '../segment';
import { type Segment } from '../segments';
import { useWords } from '@/shared/rules/use-words';

export function SegmentPage() {
  const { t } = useTranslation('segments');
  const id = usePathParam('id');
  const { data, error, refetch } = useSegment(id);
  const crumbs = [{ label: t('navigation.segments'), href: '/segments' }];
  if (error && !data) {
    return (
      <Page title={t('navigation.segments')} crumbs={crumbs}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title={t('navigation.segments')} crumbs={crumbs}>
        <Skeleton h={320} />
      </Page>
    );
  }
  return (
    <Page
      title={data.segment.name}
      crumbs={crumbs}
      description={<Meaning segment={data.segment} />}
      actions={<Actions segment={data.segment} />}
    >
      <Place segment={data.segment} />
      <Tiles segment={data.segment} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="md">
            <Passport id={id} />
            <Members segment={data.segment} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="md">
            <ListPeople segment={data.segment} />
            <History id={id} />
            <Versions segment={data.segment} />
            <UsedBy uses={data.usedBy} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Place({ segment: { folder, tags } }: { segment: Segment }) {
  if (!folder && tags.length === 0) return null;
  return (
    <Group gap={6}>
      {folder && (
        <Badge component={RouteLink} href={placeHref({ folder })} variant="default" tt="none" leftSection={<IconFolder size={12} />}>
          {folder}
        </Badge>
      )}
      {tags.map((tag) => (
        <Badge key={tag} component={RouteLink} href={placeHref({ tag })} variant="light" tt="none" leftSection={<IconTag size={12} />}>
          {tag}
        </Badge>
      ))}
    </Group>
  );
}

function placeHref(place: Record<string, string>): string {
  return `/segments${writeSearch(place)}`;
}

function Meaning({ segment }: { segment: Segment }) {
  const words = useWords();
  return <span data-testid="sentence">{sentence(segment.rule, words)}</span>;
}

function Actions({ segment }: { segment: Segment }) {
  const { t } = useTranslation('segments');
  const remove = useDeleteSegment();
  const restore = useRestoreSegment();
  const undo = useNotifyUndo();
  const problem = useNotifyProblem();
  const go = useGo();
  const onDelete = () =>
    remove.mutate(segment.id, {
      onSuccess: () => {
        go('/segments');
        undo(t('page.deleted', { name: segment.name }), () =>
          restore.mutate(segment.id, { onSuccess: () => go(`/segments/${segment.id}`), onError: problem }),
        );
      },
      onError: problem,
    });
  return (
    <>
      <ExportMenu href={(format) => membersHref(segment, format)} />
      <Button
        component={RouteLink}
        href={'/segments/compare?segments=' + segment.id}
        variant="default"
        leftSection={<IconArrowsSplit size={16} />}
      >
        {t('page.compare')}
      </Button>
      <Permitted need="segments.edit">
        <Button component={RouteLink} href={'/segments/' + segment.id + '/edit'} variant="default" leftSection={<IconPencil size={16} />}>
          {t('page.edit')}
        </Button>
        <Button variant="default" leftSection={<IconTrash size={16} />} loading={remove.isPending} onClick={onDelete}>
          {t('page.delete')}
        </Button>
      </Permitted>
    </>
  );
}

/** Whoever meets the rule at the moment of asking. */
function membersHref({ rule }: Segment, format: TableFormat): string {
  return `/api/v1/customer-list/export.${format}?${new URLSearchParams({ rule: JSON.stringify(rule) }).toString()}`;
}

function Tiles({ segment: { membership } }: { segment: Segment }) {
  const { t } = useTranslation('segments');
  return (
    <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="md">
      <StatTile label={t('page.size')} value={<NumberText value={membership?.size} />} definition={t('page.sizeDefinition')} />
      <StatTile
        label={t('page.lastMoved')}
        value={<Moved entered={membership?.lastEntered} left={membership?.lastLeft} />}
        note={<DateText value={membership?.changedAt} as="relative" />}
      />
      <StatTile label={t('page.asOf')} value={<DateText value={membership?.asOf} as="relative" />} definition={t('page.asOfDefinition')} />
    </SimpleGrid>
  );
}

function History({ id }: { id: string }) {
  const { t } = useTranslation('segments');
  const { data, error } = useSegmentHistory(id);
  return (
    <Paper>
      <Stack gap="sm">
        <Title order={2}>{t('page.history')}</Title>
        {error ? <ErrorState error={error} /> : null}
        {!data && !error && <Skeleton h={160} />}
        {data && <SizeChart days={data.days} />}
        {data && <Changes changes={data.changes.slice(0, 8)} />}
      </Stack>
    </Paper>
  );
}

function Changes({ changes }: { changes: SegmentHistory['changes'] }) {
  const { t } = useTranslation('segments');
  return (
    <Stack gap={6}>
      {changes.map((change) => (
        <Group key={change.at + change.cause} justify="space-between" gap="xs" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Badge variant="default" tt="none" fw={500}>
              {t(`cause.${change.cause}` as 'cause.LIVE')}
            </Badge>
            <Text size="sm" component="span">
              <Moved entered={change.entered} left={change.left} />
            </Text>
          </Group>
          <DateText value={change.at} as="relative" size="sm" c="dimmed" />
        </Group>
      ))}
    </Stack>
  );
}

function UsedBy({ uses }: { uses: { kind: string; id: string; name: string }[] }) {
  const { t } = useTranslation('segments');
  return (
    <Paper>
      <Stack gap={6}>
        <Title order={2}>{t('page.usedBy')}</Title>
        {uses.length === 0 && (
          <Text c="dimmed" size="sm">
            {t('page.unused')}
          </Text>
        )}
        {uses.map((use) => (
          <TextLink key={use.id} href={use.kind === 'view' ? '/customers' : `/${use.kind}s/${use.id}`} size="sm">
            {use.name}
          </TextLink>
        ))}
      </Stack>
    </Paper>
  );
}
