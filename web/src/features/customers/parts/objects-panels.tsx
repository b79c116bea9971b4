import { ActionIcon, Anchor, Box, Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import { nameIn, useAttributeText } from '../attribute-text';
import { objectChanges, objectDraft } from '../object-draft';
import {
  objectTypesQuery,
  useAddObject,
  useChangeObject,
  useDeleteObject,
  useObjects,
  useRestoreObject,
  type CustomObject,
  type ObjectOwner,
  type ObjectType,
} from '../objects';
import { ObjectForm } from './object-form';
import { ObjectHistory } from './object-history';
import { Panel } from './panel';

/** The things of a customer or a company, a panel for each type that belongs to such. */
export function ObjectsPanels({ owner }: { owner: ObjectOwner }) {
  const types = (useQuery(objectTypesQuery).data ?? []).filter(({ ownerKind }) => ownerKind === owner.kind);
  return types.map((type) => <ObjectsPanel key={type.key} type={type} owner={owner} />);
}

function ObjectsPanel({ type, owner }: { type: ObjectType; owner: ObjectOwner }) {
  const { t, i18n } = useTranslation(['customers', 'shared']);
  const { rows = [], more } = useObjects(type.key, { owner });
  const [adding, { open, close }] = useDisclosure(false);
  const name = nameIn(type.many, type.key, i18n.language);
  const add = (
    <Permitted need="customers.edit">
      <ActionIcon
        variant="subtle"
        aria-label={t('objects.add', { name: nameIn(type.one, type.key, i18n.language) })}
        aria-expanded={adding}
        onClick={open}
      >
        <IconPlus size={16} />
      </ActionIcon>
    </Permitted>
  );
  return (
    <Panel title={name} beside={add}>
      {adding && <NewObjectForm type={type} owner={owner} close={close} />}
      {rows.length === 0 && !adding && (
        <Text size="sm" c="dimmed">
          {t('objects.none')}
        </Text>
      )}
      <Stack gap="xs">
        {rows.map((object) => (
          <ObjectRow key={object.id} type={type} object={object} />
        ))}
      </Stack>
      {more.has && (
        <Anchor component="button" size="sm" onClick={more.load}>
          {t('shared:loadMore')}
        </Anchor>
      )}
    </Panel>
  );
}

function NewObjectForm({ type, owner, close }: { type: ObjectType; owner: ObjectOwner; close: () => void }) {
  const add = useAddObject();
  const to = owner.kind === 'CUSTOMER' ? { customerId: owner.id } : { companyId: owner.id };
  return (
    <ObjectForm
      type={type}
      error={add.error}
      loading={add.isPending}
      close={close}
      save={(draft, refused) =>
        add.mutate({ type: type.key, ...to, ...objectChanges(objectDraft(type), draft) }, { onSuccess: close, onError: refused })
      }
    />
  );
}

function ObjectRow({ type, object }: { type: ObjectType; object: CustomObject }) {
  const { t, i18n } = useTranslation('customers');
  const [opened, { toggle, close }] = useDisclosure(false);
  const textOf = useAttributeText();
  const facts = type.fields
    .filter(({ key }) => key !== type.titleField)
    .map((field) => ({ name: nameIn(field.label, field.key, i18n.language), said: textOf(field, object.attributes[field.key]) }))
    .filter(({ said }) => said);
  return (
    <Box>
      <UnstyledButton w="100%" aria-expanded={opened} onClick={toggle}>
        <Text size="sm" fw={550}>
          {object.title || object.key || t('objects.nameless')}
        </Text>
        {facts.length > 0 && (
          <Text size="xs" c="dimmed" lineClamp={2}>
            {facts.map(({ name, said }) => `${name}: ${said}`).join(' · ')}
          </Text>
        )}
      </UnstyledButton>
      {opened && (
        <Stack gap="sm" pt="xs">
          <EditObject type={type} object={object} close={close} />
          <ObjectHistory id={object.id} type={type} />
        </Stack>
      )}
    </Box>
  );
}

/** In place; what was saved or deleted can be taken back. */
function EditObject({ type, object, close }: { type: ObjectType; object: CustomObject; close: () => void }) {
  const { t } = useTranslation('customers');
  const change = useChangeObject(object.id);
  const remove = useDeleteObject();
  const restore = useRestoreObject();
  const undo = useNotifyUndo();
  const onError = useNotifyProblem();
  const may = useMay();
  if (!may('customers.edit')) return null;
  const before = objectDraft(type, object);
  const onDelete = () =>
    remove.mutate(object.id, {
      onSuccess: () => undo(t('objects.deleted'), () => restore.mutate(object.id, { onError })),
      onError,
    });
  return (
    <ObjectForm
      type={type}
      object={object}
      error={change.error}
      loading={change.isPending}
      close={close}
      beside={
        <Button size="xs" variant="subtle" color="red" leftSection={<IconTrash size={14} />} loading={remove.isPending} onClick={onDelete}>
          {t('objects.delete')}
        </Button>
      }
      save={(draft, refused) => {
        const forth = objectChanges(before, draft);
        const back = objectChanges(draft, before);
        if (!forth || !back) return close();
        change.mutate(forth, {
          onSuccess: () => {
            undo(t('edit.saved'), () => change.mutate(back, { onError }));
            close();
          },
          onError: refused,
        });
      }}
    />
  );
}
