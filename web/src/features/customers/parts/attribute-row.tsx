import { ActionIcon, Badge, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { useArchiveAttribute, useArrangeAttributes, useDeleteAttribute, type DefinedAttribute } from '../attribute-definitions';
import { nameIn } from '../attribute-text';
import { Said } from './usual-fields';

type AttributeRowProps = { attribute: DefinedAttribute; order: number[]; place: number; edit: () => void };

export function AttributeRow({ attribute, order, place, edit }: AttributeRowProps) {
  const { t, i18n } = useTranslation('customers');
  const format = useFormat();
  const facts = [
    t(`attributes.types.${attribute.type}`),
    t(`attributes.bases.${attribute.basis}`),
    attribute.retentionDays ? t('attributes.keptFor', { count: attribute.retentionDays }) : t('attributes.keptForEver'),
    t('attributes.values', { count: attribute.values, number: format.number(attribute.values) }),
  ];
  return (
    <Paper p="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 280px" miw={0} style={{ overflowWrap: 'anywhere' }}>
          <Group gap="xs">
            <Title order={2} miw={0}>{nameIn(attribute.label, attribute.key, i18n.language)}</Title>
            <Code>{attribute.key}</Code>
            {attribute.sensitivity !== 'ORDINARY' && (
              <Badge color={attribute.sensitivity === 'SPECIAL' ? 'red' : 'gray'} variant="light">
                {t(`attributes.sensitivities.${attribute.sensitivity}`)}
              </Badge>
            )}
            {attribute.archived && <Badge color="gray">{t('attributes.archived')}</Badge>}
          </Group>
          <Text size="sm" {...(!attribute.purpose && { c: 'dimmed', fs: 'italic' })}>
            {attribute.purpose || t('attributes.noPurpose')}
          </Text>
          <Text size="sm" c="dimmed">
            {facts.join(' · ')} · <Said roles={attribute.seenBy ?? null} />
          </Text>
        </Stack>
        <Actions attribute={attribute} order={order} place={place} edit={edit} />
      </Group>
    </Paper>
  );
}

function Actions({ attribute, order, place, edit }: AttributeRowProps) {
  const { t } = useTranslation('customers');
  const archive = useArchiveAttribute();
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  const toggle = () => {
    const turn = { id: attribute.id, archived: !attribute.archived };
    archive.mutate(turn, {
      onSuccess: () =>
        notifyUndo(t(turn.archived ? 'attributes.didArchive' : 'attributes.didRestore'), () =>
          archive.mutate({ ...turn, archived: attribute.archived }, { onError }),
        ),
      onError,
    });
  };
  return (
    <Group gap="xs">
      <Move order={order} place={place} />
      <Button size="compact-sm" variant="default" onClick={edit}>
        {t('attributes.edit')}
      </Button>
      <Button size="compact-sm" variant="default" loading={archive.isPending} onClick={toggle}>
        {t(attribute.archived ? 'attributes.restore' : 'attributes.archive')}
      </Button>
      {(attribute.archived || attribute.values === 0) && <Delete attribute={attribute} />}
    </Group>
  );
}

function Move({ order, place }: { order: number[]; place: number }) {
  const { t } = useTranslation('customers');
  const arrange = useArrangeAttributes();
  const onError = useNotifyProblem();
  const to = (target: number) => {
    const moved = order.toSpliced(place, 1).toSpliced(target, 0, order[place] ?? 0);
    arrange.mutate(moved, { onError });
  };
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={t('attributes.up')} disabled={place === 0} onClick={() => to(place - 1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('attributes.down')}
        disabled={place === order.length - 1}
        onClick={() => to(place + 1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
    </>
  );
}

function Delete({ attribute }: { attribute: DefinedAttribute }) {
  const { t, i18n } = useTranslation('customers');
  const remove = useDeleteAttribute();
  const onError = useNotifyProblem();
  const name = nameIn(attribute.label, attribute.key, i18n.language);
  return (
    <ConfirmButton
      size="compact-sm"
      loading={remove.isPending}
      question={t('attributes.deleteQuestion', { name })}
      consequence={t('attributes.deleteConsequence', { count: attribute.values })}
      confirm={t('attributes.delete')}
      onConfirm={() => remove.mutate({ id: attribute.id, values: attribute.values }, { onError })}
    >
      {t('attributes.delete')}
    </ConfirmButton>
  );
}
