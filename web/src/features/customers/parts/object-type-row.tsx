import { Badge, Button, Code, Collapse, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/lib/use-format';
import { ConfirmButton } from '@/shared/ui/confirm-button';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { TextLink } from '@/shared/ui/route-link';
import { definitionsQuery, type DefinedAttribute } from '../attribute-definitions';
import { nameIn } from '../attribute-text';
import { useArchiveObjectType, useDeleteObjectType, type DefinedObjectType } from '../object-types';
import { AttributeForm } from './attribute-form';
import { AttributeRow } from './attribute-row';
import { ObjectPicture } from './object-picture';

type ObjectTypeRowProps = { type: DefinedObjectType; edit: () => void };

/** A type with its fields below it. */
export function ObjectTypeRow({ type, edit }: ObjectTypeRowProps) {
  const { t, i18n } = useTranslation('customers');
  const format = useFormat();
  const [opened, { toggle }] = useDisclosure(false);
  const list = '/objects?type=' + type.key;
  return (
    <Paper p="md" component="section" aria-label={nameIn(type.many, type.key, i18n.language)}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Group gap="sm" wrap="nowrap" align="flex-start" flex="1 1 280px">
            <ThemeIcon size={36} variant="light" aria-hidden>
              <ObjectPicture icon={type.icon} size={20} />
            </ThemeIcon>
            <Stack gap={4}>
              <Group gap="xs">
                <Title order={2}>{nameIn(type.many, type.key, i18n.language)}</Title>
                <Code>{type.key}</Code>
                {type.archived && <Badge color="gray">{t('attributes.archived')}</Badge>}
              </Group>
              <Text size="sm" c="dimmed">
                {t(`objectTypes.owners.${type.ownerKind}`)} ·{' '}
                <TextLink href={list} size="sm">
                  {t('objectTypes.objects', { count: type.objects, number: format.number(type.objects) })}
                </TextLink>
              </Text>
            </Stack>
          </Group>
          <Actions type={type} edit={edit} fields={opened} toggleFields={toggle} />
        </Group>
        <Collapse expanded={opened}>{opened && <Fields type={type} />}</Collapse>
      </Stack>
    </Paper>
  );
}

function Actions({ type, edit, fields, toggleFields }: ObjectTypeRowProps & { fields: boolean; toggleFields: () => void }) {
  const { t, i18n } = useTranslation('customers');
  const archive = useArchiveObjectType();
  const remove = useDeleteObjectType();
  const notifyUndo = useNotifyUndo();
  const onError = useNotifyProblem();
  const toggle = () => {
    const turn = { id: type.id, archived: !type.archived };
    archive.mutate(turn, {
      onSuccess: () =>
        notifyUndo(t(turn.archived ? 'objectTypes.didArchive' : 'objectTypes.didRestore'), () =>
          archive.mutate({ ...turn, archived: type.archived }, { onError }),
        ),
      onError,
    });
  };
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="light"
        aria-expanded={fields}
        rightSection={<IconChevronDown size={14} />}
        onClick={toggleFields}
      >
        {t('objectTypes.fields')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={edit}>
        {t('attributes.edit')}
      </Button>
      <Button size="compact-sm" variant="default" loading={archive.isPending} onClick={toggle}>
        {t(type.archived ? 'attributes.restore' : 'attributes.archive')}
      </Button>
      {(type.archived || type.objects === 0) && (
        <ConfirmButton
          size="compact-sm"
          loading={remove.isPending}
          question={t('attributes.deleteQuestion', { name: nameIn(type.many, type.key, i18n.language) })}
          consequence={t('objectTypes.deleteConsequence', { count: type.objects })}
          confirm={t('attributes.delete')}
          onConfirm={() => remove.mutate({ id: type.id, objects: type.objects }, { onError })}
        >
          {t('attributes.delete')}
        </ConfirmButton>
      )}
    </Group>
  );
}

function Fields({ type }: { type: DefinedObjectType }) {
  const { t } = useTranslation('customers');
  const { data = [] } = useQuery(definitionsQuery(type.id));
  const [edited, setEdited] = useState<DefinedAttribute | 'new' | null>(null);
  return (
    <Stack gap="xs">
      {data.map((field, place) => (
        <AttributeRow key={field.id} attribute={field} order={data.map(({ id }) => id)} place={place} edit={() => setEdited(field)} />
      ))}
      <Button size="compact-sm" variant="light" w="fit-content" leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>
        {t('objectTypes.addField')}
      </Button>
      <AttributeForm edited={edited} objectType={type.id} close={() => setEdited(null)} />
    </Stack>
  );
}
