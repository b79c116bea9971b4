import { Button, Stack } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { MOST_FILES, useChosenFiles } from '../chosen';
import { FileDrop } from '../parts/file-drop';
import { ImportForm } from '../parts/import-form';
import { SampleFiles } from '../parts/sample-files';
import { previewQuery } from '../upload-file';

export function NewImportPage() {
  const { t } = useTranslation('sources');
  const chosen = useChosenFiles();
  const looks = useQueries({ queries: chosen.files.map(({ id, asked }) => previewQuery(id, asked)) });
  const previews = looks.flatMap(({ data, error }) => (data && !error ? [data] : []));
  return (
    <Page
      title={t('new.title')}
      description={chosen.files.length > 0 ? undefined : t('new.text')}
      crumbs={[{ label: t('title'), href: '/imports' }]}
    >
      <Stack gap="lg">
        {chosen.files.length === 0 && (
          <>
            <FileDrop most={MOST_FILES} onTaken={chosen.add} />
            <SampleFiles />
          </>
        )}
        {chosen.files.map(({ id }, index) => {
          const error = looks[index]?.error;
          if (!error) return null;
          return (
            <Stack key={id} align="flex-start">
              <ErrorState error={error} />
              <Button variant="default" onClick={() => chosen.remove(id)}>
                {t('new.other')}
              </Button>
            </Stack>
          );
        })}
        {previews.length > 0 && (
          <ImportForm
            previews={previews}
            wished={chosen.wished}
            reading={looks.some(({ isPlaceholderData }) => isPlaceholderData)}
            onAsk={chosen.ask}
            onAdd={chosen.add}
            onRemove={chosen.remove}
          />
        )}
      </Stack>
    </Page>
  );
}
