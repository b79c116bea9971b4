import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { notifyDone, useNotifyProblem, useNotifyUndo } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import {
  useChangeMatrixOfOwn,
  useDeleteMatrixOfOwn,
  useMakeMatrixOfOwn,
  useRestoreMatrixOfOwn,
  type OwnMatrix,
  type Sides,
} from '../own-matrix';

type OwnMatrixBarProps = {
  matrices: OwnMatrix[];
  chosen: OwnMatrix | undefined;
  /** What is drawn, which may differ from what is kept. */
  sides: Sides;
  changed: boolean;
  onChoose: (id: string | null) => void;
};

/** Which of the kept matrices is drawn; what is drawn is kept, anew or as its next version. */
export function OwnMatrixBar({ matrices, chosen, sides, changed, onChoose }: OwnMatrixBarProps) {
  const { t } = useTranslation('insight');
  const [naming, setNaming] = useState(false);
  const change = useChangeMatrixOfOwn();
  const problem = useNotifyProblem();
  const keep = () => {
    if (!chosen) return;
    const { id, version, name } = chosen;
    const onSuccess = () => {
      notifyDone(t('own.kept'));
      onChoose(id);
    };
    change.mutate({ id, version, name, ...sides }, { onSuccess, onError: problem });
  };
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={t('own.matrix')}
        placeholder={t('own.unsaved')}
        data={matrices.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen?.id ?? null}
        onChange={onChoose}
        clearable
        searchable
        w={260}
      />
      <Permitted need="insight.edit">
        {chosen && changed && (
          <Button leftSection={<IconDeviceFloppy size={16} />} loading={change.isPending} onClick={keep}>
            {t('own.keep')}
          </Button>
        )}
        <Button variant="default" onClick={() => setNaming(true)}>
          {chosen ? t('own.keepAs') : t('own.save')}
        </Button>
        {chosen && <DeleteMatrix matrix={chosen} onChoose={onChoose} />}
      </Permitted>
      {chosen && changed && (
        <Button variant="subtle" onClick={() => onChoose(chosen.id)}>
          {t('own.discard')}
        </Button>
      )}
      <Modal opened={naming} onClose={() => setNaming(false)} title={t('own.save')}>
        <NameForm
          sides={sides}
          made={(id) => {
            setNaming(false);
            onChoose(id);
          }}
        />
      </Modal>
    </Group>
  );
}

function NameForm({ sides, made }: { sides: Sides; made: (id: string) => void }) {
  const { t } = useTranslation('insight');
  const [name, setName] = useState('');
  const make = useMakeMatrixOfOwn();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) make.mutate({ name: name.trim(), ...sides }, { onSuccess: ({ id }) => made(id) });
      }}
    >
      <Stack gap="md">
        {make.error && <ErrorState error={make.error} />}
        <TextInput
          label={t('segment.name')}
          value={name}
          maxLength={120}
          data-autofocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" loading={make.isPending} disabled={!name.trim()} style={{ alignSelf: 'flex-end' }}>
          {t('own.save')}
        </Button>
      </Stack>
    </form>
  );
}

function DeleteMatrix({ matrix, onChoose }: { matrix: OwnMatrix; onChoose: (id: string | null) => void }) {
  const { t } = useTranslation('insight');
  const remove = useDeleteMatrixOfOwn();
  const restore = useRestoreMatrixOfOwn();
  const undo = useNotifyUndo();
  const problem = useNotifyProblem();
  const onDelete = () =>
    remove.mutate(matrix.id, {
      onSuccess: () => {
        onChoose(null);
        undo(t('own.deleted', { name: matrix.name }), () =>
          restore.mutate(matrix.id, { onSuccess: () => onChoose(matrix.id), onError: problem }),
        );
      },
      onError: problem,
    });
  return (
    <Button variant="default" leftSection={<IconTrash size={16} />} loading={remove.isPending} onClick={onDelete}>
      {t('own.delete')}
    </Button>
  );
}
