import { NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { foreignCurrencies } from '../draft';
import { kinds } from '../imports';
import { Consent } from './consent';
import { FileFormBar } from './file-form-bar';
import { MappingTable } from './mapping-table';
import { Needs } from './needs';
import { Options, Rates } from './options';
import { Section } from './section';
import { type DraftFile } from './use-new-import';

type FileFormProps = {
  file: DraftFile;
  /** There are other files, so this one says its name. */
  several: boolean;
  base: string;
  /** Currencies that a trial had no rate of. */
  missed: string[];
  reading: boolean;
  onAsk: (asked: Record<string, string | undefined>) => void;
};

/** How a file is read, what it holds, and what each of its columns is. */
export function FileForm({ file: { preview, draft, change }, several, base, missed, reading, onAsk }: FileFormProps) {
  const { t } = useTranslation('sources');
  const mapping = draft.mappings[draft.kind];
  return (
    <Stack gap="lg" component={several ? 'section' : 'div'} aria-label={several ? preview.name : undefined}>
      {several && (
        <Title order={2} style={{ overflowWrap: 'anywhere' }}>
          {preview.name}
        </Title>
      )}
      <FileFormBar preview={preview} reading={reading} onAsk={onAsk} />
      {preview.remembered && (
        <Text size="sm" c="dimmed" role="status">
          {t('new.remembered', { source: preview.remembered.source })}
        </Text>
      )}
      <Paper>
        <NativeSelect
          label={t('new.what')}
          description={t(`kindHint.${draft.kind}`)}
          value={draft.kind}
          data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={({ currentTarget: { value } }) => {
            const kind = kinds.find((one) => one === value);
            if (kind) change({ kind });
          }}
          maw={620}
        />
      </Paper>
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
            <Options draft={draft} onChange={change} base={base} />
            <Rates
              draft={draft}
              onChange={change}
              base={base}
              currencies={foreignCurrencies(draft, preview, base, missed)}
            />
            {draft.kind === 'customers' && <Consent draft={draft} onChange={change} />}
          </Stack>
        </Paper>
      </Section>
    </Stack>
  );
}
