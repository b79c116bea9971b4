import { Alert, List } from '@mantine/core';
import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Problem } from '../check';

/** What must be repaired, and what deserves a look. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  const { t } = useTranslation('campaigns');
  const blocking = problems.filter((problem) => problem.blocking);
  const advice = problems.filter((problem) => !problem.blocking);
  return (
    <>
      {blocking.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t('problems.blocking')}>
          <Lines problems={blocking} />
        </Alert>
      )}
      {advice.length > 0 && (
        <Alert color="sunflower" styles={{ title: { color: 'inherit' } }} icon={<IconBulb size={18} />} title={t('problems.advice')}>
          <Lines problems={advice} />
        </Alert>
      )}
    </>
  );
}

function Lines({ problems }: { problems: Problem[] }) {
  const { t } = useTranslation('campaigns');
  return (
    <List size="sm">
      {problems.map(({ code, value }) => (
        <List.Item key={`${code} ${value ?? ''}`}>{t(`problems.${code}`, { value: value ?? '' })}</List.Item>
      ))}
    </List>
  );
}
