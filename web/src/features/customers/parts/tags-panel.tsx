import { Autocomplete, CloseButton, Group, Pill } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { type CustomerCard } from '../customer-card';
import { tagsQuery, useAddTag, useRemoveTag, type Tag } from '../tags';
import { Panel } from './panel';

/** Words that the customer is marked with. Enter adds one, known or new. */
export function TagsPanel({ card }: { card: CustomerCard }) {
  const { t } = useTranslation('customers');
  const known = useQuery(tagsQuery).data ?? [];
  const [text, setText] = useState('');
  const add = useAddTag(card.id);
  const onError = useNotifyProblem();
  const own = known.filter(({ key }) => card.attributes[key] === true);
  const submit = (name: string) => {
    if (name.trim() === '') return;
    add.mutate(name.trim(), { onSuccess: () => setText(''), onError });
  };
  return (
    <Panel title={t('tags.title')}>
      {own.length > 0 && (
        <Group gap={6}>
          {own.map((tag) => (
            <OwnTag key={tag.key} id={card.id} tag={tag} />
          ))}
        </Group>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(text);
        }}
      >
        <Autocomplete
          size="xs"
          value={text}
          onChange={setText}
          onOptionSubmit={submit}
          data={known.filter((tag) => !own.includes(tag)).map(({ name }) => name)}
          placeholder={t('tags.add')}
          aria-label={t('tags.add')}
          maxLength={60}
          disabled={add.isPending}
        />
      </form>
    </Panel>
  );
}

function OwnTag({ id, tag: { key, name } }: { id: string; tag: Tag }) {
  const { t } = useTranslation('customers');
  const remove = useRemoveTag(id);
  const add = useAddTag(id);
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  const back = () => add.mutate(name, { onError });
  const run = () => remove.mutate(key, { onSuccess: () => notifyUndo(t('tags.removed', { name }), back), onError });
  return (
    <Pill size="md" component="span">
      {name}
      <CloseButton size="xs" variant="transparent" aria-label={t('tags.remove', { name })} onClick={run} />
    </Pill>
  );
}
