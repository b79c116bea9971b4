import { ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type Words } from './rule-sentence';

/** What a part of a rule answers about the person one looks at; nothing where nobody is looked at. */
export function VerdictMark({ holds, words: { t } }: { holds: boolean | undefined; words: Words }) {
  if (holds === undefined) return null;
  return (
    <ThemeIcon size={18} radius="xl" variant="light" color={holds ? 'pine' : 'gray'}>
      {holds ? <IconCheck size={12} aria-label={t('yes')} /> : <IconX size={12} aria-label={t('no')} />}
    </ThemeIcon>
  );
}
