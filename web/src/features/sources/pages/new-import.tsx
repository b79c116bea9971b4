import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { FileDrop } from '../parts/file-drop';
import { FileFormBar } from '../parts/file-form-bar';
import { ImportForm } from '../parts/import-form';
import { previewQuery, type AskedForm } from '../upload-file';

const unasked = { encoding: undefined, delimiter: undefined, headerLine: undefined, sheet: undefined };

/** The file and how it is read stand in the address, so that a reload loses neither. */
export function NewImportPage() {
  const { t } = useTranslation('sources');
  const [{ kind, file, encoding, delimiter, headerLine, sheet }, setSearch] = useUrlSearch();
  const asked: AskedForm = {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(headerLine && { headerLine }),
    ...(sheet && { sheet }),
  };
  const { data: preview, error, isPlaceholderData } = useQuery({ ...previewQuery(file ?? '', asked), enabled: file !== undefined });
  const other = () => setSearch({ file: undefined, ...unasked });
  return (
    <Page
      title={t('new.title')}
      description={file ? undefined : t('new.text')}
      crumbs={[{ label: t('title'), href: '/imports' }]}
    >
      {!file && <FileDrop onTaken={({ fileId }) => setSearch({ file: fileId, ...unasked })} />}
      {file && error && (
        <Stack align="flex-start">
          <ErrorState error={error} />
          <Button variant="default" onClick={other}>
            {t('new.other')}
          </Button>
        </Stack>
      )}
      {file && preview && !error && (
        <Stack gap="lg">
          <FileFormBar preview={preview} reading={isPlaceholderData} onAsk={setSearch} onOther={other} />
          <ImportForm key={JSON.stringify([preview.fileId, preview.form])} preview={preview} wished={kind} />
        </Stack>
      )}
    </Page>
  );
}
