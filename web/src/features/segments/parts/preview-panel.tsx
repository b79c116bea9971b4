import { Avatar, Divider, Group, Paper, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { Money, NumberText } from '@/shared/ui/numbers';
import { TextLink } from '@/shared/ui/route-link';
import { useFormat } from '@/shared/lib/use-format';
import { personName } from '@/shared/lib/person-name';
import { usePreviewPeople, type PreviewPeople, type RulePreview } from '../preview';
import { isComplete, type Rule } from '@/shared/rules/rules';

type PreviewPanelProps = { rule: Rule; preview: RulePreview | undefined; error: unknown; stale: boolean };

/** Who it is, in numbers and by name, while the rule is being written. */
export function PreviewPanel({ rule, preview, error, stale }: PreviewPanelProps) {
  const { t } = useTranslation('segments');
  const complete = isComplete(rule);
  const people = usePreviewPeople(rule);
  if (!complete && !preview) {
    return (
      <Paper>
        <Text fw={620}>{t('preview.title')}</Text>
        <Text c="dimmed" size="sm">
          {t('preview.waiting')}
        </Text>
      </Paper>
    );
  }
  if (error) return <ErrorState error={error} />;
  return (
    <Paper aria-live="polite" aria-busy={stale}>
      <Stack gap="sm">
        <Text fw={620}>{t('preview.title')}</Text>
        <Total preview={preview} dimmed={stale || !complete} />
        {!complete && (
          <Text size="xs" c="dimmed">
            {t('preview.incomplete')}
          </Text>
        )}
        <Divider />
        <People people={people.data} />
      </Stack>
    </Paper>
  );
}

function Total({ preview, dimmed }: { preview: RulePreview | undefined; dimmed: boolean }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  if (!preview) return <Skeleton h={52} />;
  const share = preview.base === 0 ? 0 : preview.total / preview.base;
  return (
    <Stack gap={4} opacity={dimmed ? 0.55 : 1}>
      <Text fz={30} fw={650} lh={1.1} className="numeric" data-testid="preview-total">
        {format.number(preview.total)}
      </Text>
      <Progress value={share * 100} size="sm" aria-label={t('preview.share')} />
      <Text size="xs" c="dimmed">
        {t('preview.ofBase', { share: format.percent(share), base: format.number(preview.base) })}
      </Text>
    </Stack>
  );
}

function People({ people }: { people: PreviewPeople | undefined }) {
  const { t } = useTranslation('segments');
  if (!people) return <Skeleton h={80} />;
  return (
    <Stack gap="xs">
      <Fact label={t('preview.reachable')}>
        <NumberText value={people.reachableByEmail} />
      </Fact>
      <Fact label={t('preview.revenue')}>
        <Money value={people.revenue} />
      </Fact>
      {people.sample.length > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('preview.sample')}
        </Text>
      )}
      {people.sample.map((person) => (
        <Group key={person.id} gap="xs" wrap="nowrap">
          <Avatar size={26} radius="xl" name={person.name} color="pine" aria-hidden />
          <Stack gap={0} miw={0}>
            <TextLink href={'/customers/' + person.id} size="sm" truncate>
              {personName(person) ?? '—'}
            </TextLink>
            <Text size="xs" c="dimmed" truncate>
              {[person.city, person.email].filter(Boolean).join(' · ')}
            </Text>
          </Stack>
        </Group>
      ))}
    </Stack>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm" fw={600} component="div">
        {children}
      </Text>
    </Group>
  );
}
