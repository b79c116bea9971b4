import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotifyProblem } from '@/shared/ui/notify';
import { useAddNote } from '../tags';

/** A line at first; it grows while one writes. Ctrl or Cmd and Enter keeps it. */
export function NewNote({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const [body, setBody] = useState('');
  const add = useAddNote(id);
  const onError = useNotifyProblem();
  const empty = body.trim() === '';
  const save = () => !empty && add.mutate(body, { onSuccess: () => setBody(''), onError });
  return (
    <div>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save()}
        placeholder={t('notes.add')}
        aria-label={t('notes.add')}
      />
      {!empty && (
        <Group justify="flex-end" mt={6}>
          <Button size="compact-xs" onClick={save} loading={add.isPending}>
            {t('notes.keep')}
          </Button>
        </Group>
      )}
    </div>
  );
}
