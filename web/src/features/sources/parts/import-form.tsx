import { Alert, Autocomplete, Button, Group, Paper, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftFaults } from '../draft';
import { useImports } from '../imports';
import { type FilePreview } from '../upload-file';
import { FileForm } from './file-form';
import { FileList } from './file-list';
import { Joins } from './joins';
import { Trial } from './trial';
import { useNewImport, useRunImport, type NewImportDraft } from './use-new-import';

type ImportFormProps = {
  previews: FilePreview[];
  wished: string | undefined;
  /** Another reading of a file is on its way. */
  reading: boolean;
  onAsk: (fileId: string, asked: Record<string, string | undefined>) => void;
  onAdd: (ids: string[]) => void;
  onRemove: (fileId: string) => void;
};

/** The files, how they belong together, what each is column by column, then the trial and the import. */
export function ImportForm({ previews, wished, reading, onAsk, onAdd, onRemove }: ImportFormProps) {
  const { t } = useTranslation('sources');
  const whole = useNewImport(previews, wished);
  const run = useRunImport(whole);
  const [shownId, setShownId] = useState<string>();
  const shown = whole.files.find(({ preview }) => preview.fileId === shownId) ?? whole.files[0];
  return (
    <Stack gap="lg">
      <FileList files={whole.files} shown={shown} onShow={setShownId} onAdd={onAdd} onRemove={onRemove} />
      {previews.length > 1 && <Joins whole={whole} />}
      <Source whole={whole} />
      {shown && (
        <FileForm
          key={shown.preview.fileId}
          file={shown}
          several={previews.length > 1}
          base={whole.base}
          missed={run.missed}
          reading={reading}
          onAsk={(asked) => onAsk(shown.preview.fileId, asked)}
        />
      )}
      <Faults whole={whole} />
      <Group gap="sm">
        <Button variant="default" loading={run.trying} disabled={!whole.ready} onClick={run.tryOut}>
          {t('new.try')}
        </Button>
        <Button loading={run.starting} disabled={!whole.ready} onClick={run.start}>
          {t('new.start')}
        </Button>
      </Group>
      {run.trialId && <Trial id={run.trialId} outdated={run.outdated} />}
    </Stack>
  );
}

function Source({ whole: { source, setSource } }: { whole: NewImportDraft }) {
  const { t } = useTranslation('sources');
  const { rows = [] } = useImports();
  const sources = [...new Set(rows.flatMap(({ files }) => files.map((file) => file.source)))];
  return (
    <Paper>
      <Autocomplete
        label={t('new.source')}
        description={t('new.sourceHint')}
        placeholder={t('new.sourceExample')}
        required
        maxLength={100}
        maw={620}
        data={sources}
        value={source}
        onChange={setSource}
      />
    </Paper>
  );
}

function Faults({ whole: { files, source } }: { whole: NewImportDraft }) {
  const { t } = useTranslation('sources');
  const several = files.length > 1;
  const faults = files.flatMap(({ preview: { fileId, name }, draft }) =>
    draftFaults(draft).map((fault) => ({
      key: `${fileId}/${fault}`,
      text: several ? t('faults.ofFile', { file: name, fault: t(`faults.${fault}`) }) : t(`faults.${fault}`),
    })),
  );
  if (source.trim() === '') faults.push({ key: 'source', text: t('faults.source') });
  if (faults.length === 0) return null;
  return (
    <Alert color="sunflower" title={t('faults.title')} role="status">
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {faults.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}
