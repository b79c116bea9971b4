import { Button, Grid, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { ProblemError } from '@/shared/api/problem';
import { useMay } from '@/shared/api/permission';
import { useProblemText } from '@/shared/api/use-problem-text';
import { RouteLink } from '@/shared/ui/route-link';
import { usePanel } from '../panel';
import { sentence } from '@/shared/rules/rule-sentence';
import { asGroup, editable, isComplete, type Rule } from '@/shared/rules/rules';
import { useWords } from '@/shared/rules/use-words';
import { useWhy } from '@/shared/rules/why';
import { Gallery } from './gallery';
import { PersonCheck } from './person-check';
import { PreviewPanel } from './preview-panel';
import { RuleEditor } from '@/shared/rules/rule-editor';

type SegmentFormProps = {
  initial: { name: string; rule: Rule };
  saving: boolean;
  error: unknown;
  back: string;
  onSave: (draft: { name: string; rule: Rule }) => void;
};

/** Name and rule on the left, whom it means on the right. */
export function SegmentForm({ initial, saving, error, back, onSave }: SegmentFormProps) {
  const words = useWords();
  const { t } = words;
  const [name, setName] = useState(initial.name);
  const [rule, setRule] = useState(initial.rule);
  const [settled] = useDebouncedValue(rule, 250);
  const [day, setDay] = useState<string | null>(null);
  const panel = usePanel(settled, day);
  const told = panel.fresh.has('counts') ? panel.parts.counts : undefined;
  const counts = useMemo(() => new Map(told?.counts.map(({ path, count }) => [path, count])), [told]);
  const mayMeet = useMay()('customers.read');
  const [person, setPerson] = useState<string | undefined>();
  const why = useWhy({ rule: settled }, person, day, isComplete(settled));
  const verdicts = useMemo(() => {
    const current = person && settled === rule && !why.isPlaceholderData ? why.data : undefined;
    return current && new Map(current.answers.map(({ path, holds }) => [path, holds]));
  }, [person, settled, rule, why.data, why.isPlaceholderData]);
  const problemText = useProblemText();
  const nameProblem = error instanceof ProblemError && error.field === 'name' ? problemText(error).title : undefined;
  const problemOf = (one: unknown) =>
    one instanceof ProblemError && one.field?.startsWith('rule')
      ? { field: one.field, text: problemText(one).title }
      : undefined;
  const complete = isComplete(rule);
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="md">
          <Paper>
            <Stack gap="md">
              <TextInput
                label={t('form.name')}
                placeholder={t('form.nameHint')}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                maxLength={120}
                error={nameProblem}
                required
              />
              {complete && (
                <Text data-testid="sentence" aria-live="polite">
                  {sentence(rule, words)}
                </Text>
              )}
              <RuleEditor
                rule={rule}
                counts={settled === rule ? counts : new Map()}
                verdicts={verdicts}
                words={words}
                onChange={setRule}
                problem={problemOf(error) ?? (settled === rule ? problemOf(panel.error) : undefined)}
              />
            </Stack>
          </Paper>
          <Group gap="xs">
            <Button disabled={!complete || !name.trim()} loading={saving} onClick={() => onSave({ name, rule })}>
              {t('form.save')}
            </Button>
            <Button variant="default" component={RouteLink} href={back}>
              {t('form.cancel')}
            </Button>
          </Group>
          {mayMeet && complete && (
            <PersonCheck
              person={person}
              why={why.data}
              error={why.error}
              stale={settled !== rule || why.isPlaceholderData}
              words={words}
              onPerson={setPerson}
            />
          )}
          {asGroup(rule).rules.length === 0 && (
            <Gallery
              words={words}
              choose={(example, taken) => {
                setName(name.trim() ? name : example);
                setRule(editable(taken));
              }}
            />
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <PreviewPanel rule={settled} panel={panel} words={words} stale={settled !== rule} day={day} onDay={setDay} />
      </Grid.Col>
    </Grid>
  );
}
