import { Alert, Button, Group, Paper, Stack, Stepper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { useProblemText } from '@/shared/api/use-problem-text';
import { useChangeCampaign, type Campaign, type CampaignDraft } from '../campaigns';
import { AudienceStep } from './audience-step';
import { CheckStep } from './check-step';
import { MessageStep } from './message-step';
import { SettingsStep } from './settings-step';

const steps = ['audience', 'message', 'settings', 'check'] as const;

/** Four decisions, one after the other; each is saved when the next is opened. */
export function CampaignBuilder({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const [search, setSearch] = useUrlSearch();
  const [draft, setDraft] = useState(campaign.draft);
  const change = useChangeCampaign(campaign.id);
  const problem = useProblemText();
  const at = Math.max(0, steps.findIndex((step) => step === search.step));
  const dirty = JSON.stringify(draft) !== JSON.stringify(campaign.draft);
  const go = (index: number) => {
    const show = () => setSearch({ step: steps[index] });
    if (!dirty) return show();
    change.mutate(
      { baseVersion: campaign.version, draft },
      {
        onSuccess: (saved) => {
          setDraft(saved.draft);
          show();
        },
      },
    );
  };
  const patch = (part: Partial<CampaignDraft>) => setDraft((old) => ({ ...old, ...part }));
  return (
    <Stack gap="md">
      <Stepper active={at} onStepClick={go} size="sm" wrap={false} allowNextStepsSelect>
        {steps.map((step, index) => (
          <Stepper.Step
            key={step}
            aria-label={`${index + 1}. ${t(`steps.${step}`)}`}
            label={<StepLabel text={t(`steps.${step}`)} current={index === at} />}
          />
        ))}
      </Stepper>
      {change.error && (
        <Alert color="red" title={problem(change.error).title}>
          {problem(change.error).remedy}
        </Alert>
      )}
      <Step step={steps[at] ?? 'audience'} draft={draft} campaign={campaign} onChange={patch} />
      <Group justify="space-between">
        <Button variant="default" disabled={at === 0} onClick={() => go(at - 1)}>
          {t('steps.back')}
        </Button>
        {at < steps.length - 1 && (
          <Button onClick={() => go(at + 1)} loading={change.isPending}>
            {t('steps.next')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** A phone has room for the words of the current step only. */
function StepLabel({ text, current }: { text: string; current: boolean }) {
  return (
    <Text span inherit {...(!current && { visibleFrom: 'sm' })}>
      {text}
    </Text>
  );
}

type StepProps = {
  step: (typeof steps)[number];
  draft: CampaignDraft;
  campaign: Campaign;
  onChange: (part: Partial<CampaignDraft>) => void;
};

function Step({ step, draft, campaign, onChange }: StepProps) {
  if (step === 'check') return <CheckStep campaign={campaign} />;
  return (
    <Paper p="lg">
      {step === 'audience' && <AudienceStep draft={draft} onChange={onChange} />}
      {step === 'message' && <MessageStep draft={draft} onChange={onChange} />}
      {step === 'settings' && <SettingsStep draft={draft} onChange={onChange} />}
    </Paper>
  );
}
