import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react';
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
  sidesOf,
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
        {chosen && <RenameMatrix key={chosen.id} matrix={chosen} />}
        {chosen && <DeleteMatrix matrix={chosen} onChoose={onChoose} />}
      </Permitted>
      {chosen && changed && (
        <Button variant="subtle" onClick={() => onChoose(chosen.id)}>
          {t('own.discard')}
        </Button>
      )}
      <Modal opened={naming} onClose={() => setNaming(false)} title={t('own.save')}>
        <NewMatrix
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

function NewMatrix({ sides, made }: { sides: Sides; made: (id: string) => void }) {
  const { t } = useTranslation('insight');
  const make = useMakeMatrixOfOwn();
  const keep = (name: string) => make.mutate({ name, ...sides }, { onSuccess: ({ id }) => made(id) });
  return <NameForm usual="" button={t('own.save')} error={make.error} busy={make.isPending} onName={keep} />;
}

/** The name alone: what is drawn may differ from what is kept, and stays as it is. */
function RenameMatrix({ matrix }: { matrix: OwnMatrix }) {
  const { t } = useTranslation('insight');
  const [open, setOpen] = useState(false);
  const change = useChangeMatrixOfOwn();
  const rename = (name: string) => {
    const { id, version } = matrix;
    const onSuccess = () => {
      setOpen(false);
      notifyDone(t('own.renamed', { name }));
    };
    change.mutate({ id, version, name, ...sidesOf(matrix) }, { onSuccess });
  };
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setOpen(true)}>
        {t('own.rename')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('own.rename')}>
        <NameForm usual={matrix.name} button={t('own.rename')} error={change.error} busy={change.isPending} onName={rename} />
      </Modal>
    </>
  );
}

type NameFormProps = { usual: string; button: string; error: Error | null; busy: boolean; onName: (name: string) => void };

function NameForm({ usual, button, error, busy, onName }: NameFormProps) {
  const { t } = useTranslation('insight');
  const [name, setName] = useState(usual);
  const wanted = name.trim();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted && wanted !== usual) onName(wanted);
      }}
    >
      <Stack gap="md">
        {error && <ErrorState error={error} />}
        <TextInput
          label={t('segment.name')}
          value={name}
          maxLength={120}
          data-autofocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" loading={busy} disabled={!wanted || wanted === usual} style={{ alignSelf: 'flex-end' }}>
          {button}
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
