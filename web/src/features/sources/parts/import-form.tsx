import { Alert, Autocomplete, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftFaults, draftOf, type ImportDraft } from '../draft';
import { kinds, useImports } from '../imports';
import { type FilePreview } from '../upload-file';
import { Consent } from './consent';
import { MappingTable } from './mapping-table';
import { Needs } from './needs';
import { Options, Rates, type DraftPartProps } from './options';
import { Trial } from './trial';
import { useRunImport } from './use-run-import';

type ImportFormProps = {
  preview: FilePreview;
  wished: string | undefined;
};

/** What the file is, column by column, then the trial and the import. */
export function ImportForm({ preview, wished }: ImportFormProps) {
  const { t } = useTranslation('sources');
  const [draft, setDraft] = useState(() => draftOf(preview, wished));
  const change = (patch: Partial<ImportDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const run = useRunImport(draft, preview);
  const mapping = draft.mappings[draft.kind];
  return (
    <Stack gap="lg">
      {preview.remembered && (
        <Text size="sm" c="dimmed" role="status">
          {t('new.remembered', { source: preview.remembered.source })}
        </Text>
      )}
      <Section title={t('new.what')}>
        <What draft={draft} onChange={change} />
      </Section>
      <Section title={t('mapping.title')} text={t('mapping.text')}>
        <Needs kind={draft.kind} mapping={mapping} />
        <MappingTable
          preview={preview}
          fields={preview.kinds.find(({ kind }) => kind === draft.kind)?.fields ?? []}
          mapping={mapping}
          onChange={(changed) => change({ mappings: { ...draft.mappings, [draft.kind]: changed } })}
        />
      </Section>
      <Section title={t('options.title')}>
        <Paper>
          <Stack gap="lg">
            <Options draft={draft} onChange={change} base={run.base} />
            <Rates draft={draft} onChange={change} base={run.base} currencies={run.currencies} />
            {draft.kind === 'customers' && <Consent draft={draft} onChange={change} />}
          </Stack>
        </Paper>
      </Section>
      <Faults draft={draft} />
      <Group gap="sm">
        <Button variant="default" loading={run.trying} disabled={!run.ready} onClick={run.tryOut}>
          {t('new.try')}
        </Button>
        <Button loading={run.starting} disabled={!run.ready} onClick={run.start}>
          {t('new.start')}
        </Button>
      </Group>
      {run.trialId && <Trial id={run.trialId} outdated={run.outdated} />}
    </Stack>
  );
}

function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2}>{title}</Title>
      {text && (
        <Text c="dimmed" maw={760}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}

function What({ draft, onChange }: DraftPartProps) {
  const { t } = useTranslation('sources');
  const { rows = [] } = useImports();
  const sources = [...new Set(rows.map(({ source }) => source))];
  return (
    <Paper>
      <Stack gap="md">
        <NativeSelect
          label={t('new.what')}
          description={t(`kindHint.${draft.kind}`)}
          value={draft.kind}
          data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={({ currentTarget: { value } }) => {
            const kind = kinds.find((one) => one === value);
            if (kind) onChange({ kind });
          }}
          maw={520}
        />
        <Autocomplete
          label={t('new.source')}
          description={t('new.sourceHint')}
          placeholder={t('new.sourceExample')}
          required
          maxLength={100}
          maw={520}
          data={sources}
          value={draft.source}
          onChange={(source) => onChange({ source })}
        />
      </Stack>
    </Paper>
  );
}

function Faults({ draft }: { draft: ImportDraft }) {
  const { t } = useTranslation('sources');
  const faults = draftFaults(draft);
  if (faults.length === 0) return null;
  return (
    <Alert color="sunflower" title={t('faults.title')} role="status">
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {faults.map((fault) => (
          <li key={fault}>{t(`faults.${fault}`)}</li>
        ))}
      </ul>
    </Alert>
  );
}
