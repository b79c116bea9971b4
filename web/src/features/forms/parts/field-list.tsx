import { ActionIcon, Badge, Box, Button, Group, Menu, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRuleDrag } from '@/shared/rules/use-rule-drag';
import { fieldKinds, moved, newField, without } from '../draft';
import { type FieldKind, type FormDraft, type FormField } from '../forms';
import { FieldEditor } from './field-editor';
import classes from './field-list.module.css';

type FieldListProps = { draft: FormDraft; language: string; onChange: (fields: FormField[]) => void };

/** What the form asks, in its order: by the handle with a mouse or a finger, by arrow keys on it, or by the buttons. */
export function FieldList({ draft, language, onChange }: FieldListProps) {
  const { t } = useTranslation('forms');
  const { fields } = draft;
  const [open, setOpen] = useState<string | null>(null);
  const { handle, dragged } = useRuleDrag((from, gap) => onChange(moved(fields, from[0] ?? 0, gap.before)));
  const gap = dragged?.gap?.before;
  const move = (index: number, by: number) => onChange(moved(fields, index, by > 0 ? index + 2 : index - 1));
  const add = (kind: FieldKind) => {
    const field = newField(kind, { [language]: t(`kinds.${kind}`) }, draft);
    onChange([...fields, field]);
    setOpen(field.key);
  };
  return (
    <Paper p="md">
      <Stack gap="sm" data-place="" data-size={fields.length}>
        <Title order={2}>{t('editor.fields')}</Title>
        {fields.map((field, index) => (
          <Box key={field.key}>
            {gap === index && <Box className={classes.gap} />}
            <FieldCard
              field={field}
              index={index}
              last={index === fields.length - 1}
              language={language}
              dragged={dragged?.from[0] === index}
              open={open === field.key}
              handle={handle([index])}
              onOpen={() => setOpen(open === field.key ? null : field.key)}
              onMove={(by) => move(index, by)}
              onRemove={() => onChange(without(fields, field.key))}
            />
            {open === field.key && (
              <FieldEditor
                field={field}
                earlier={fields.slice(0, index)}
                language={language}
                onChange={(next) => onChange(fields.map((one, at) => (at === index ? next : one)))}
              />
            )}
          </Box>
        ))}
        {gap === fields.length && <Box className={classes.gap} />}
        <Menu>
          <Menu.Target>
            <Button variant="default" w="fit-content" leftSection={<IconPlus size={16} />}>
              {t('editor.addField')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {fieldKinds.map((kind) => (
              <Menu.Item
                key={kind}
                disabled={(kind === 'email' || kind === 'phone') && fields.some((one) => one.kind === kind)}
                onClick={() => add(kind)}
              >
                {t(`kinds.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Stack>
    </Paper>
  );
}

type FieldCardProps = {
  field: FormField;
  index: number;
  last: boolean;
  language: string;
  dragged: boolean;
  open: boolean;
  handle: ReturnType<ReturnType<typeof useRuleDrag>['handle']>;
  onOpen: () => void;
  onMove: (by: number) => void;
  onRemove: () => void;
};

function FieldCard({ field, index, last, language, dragged, open, handle, onOpen, onMove, onRemove }: FieldCardProps) {
  const { t } = useTranslation('forms');
  const name = field.label[language] || Object.values(field.label)[0] || field.key;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' && index > 0) onMove(-1);
    else if (event.key === 'ArrowDown' && !last) onMove(1);
    else if (event.key === 'Delete') onRemove();
    else return;
    event.preventDefault();
  };
  return (
    <Box className={classes.card} data-place={index} data-dragged={dragged || undefined}>
      <ActionIcon
        {...handle}
        variant="subtle"
        color="gray"
        className={classes.handle}
        aria-label={t('editor.handle', { name })}
        onKeyDown={onKeyDown}
      >
        <IconGripVertical size={16} />
      </ActionIcon>
      <UnstyledButton className={classes.name} onClick={onOpen} aria-expanded={open}>
        <Text fw={550} truncate>
          {name}
        </Text>
        <Group gap={4}>
          <Badge color="gray" size="xs">{t(`kinds.${field.kind}`)}</Badge>
          {field.required && <Badge color="sunflower" size="xs">{t('editor.required')}</Badge>}
          {field.showWhen && <Badge color="gray" size="xs">{t('editor.conditional')}</Badge>}
          {field.progressive && <Badge color="gray" size="xs">{t('editor.progressiveShort')}</Badge>}
        </Group>
      </UnstyledButton>
      <Group gap={2} wrap="nowrap">
        <ActionIcon variant="subtle" color="gray" disabled={index === 0} aria-label={t('editor.up', { name })} onClick={() => onMove(-1)}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" disabled={last} aria-label={t('editor.down', { name })} onClick={() => onMove(1)}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('editor.remove', { name })} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
    </Box>
  );
}
