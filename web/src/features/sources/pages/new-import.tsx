import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlSearch } from '@/shared/lib/url';
import { Page } from '@/shared/ui/page';
import { FileDrop } from '../parts/file-drop';
import { ImportForm } from '../parts/import-form';
import { type FilePreview } from '../upload-file';

export function NewImportPage() {
  const { t } = useTranslation('sources');
  const [preview, setPreview] = useState<FilePreview | null>(null);
  const [{ kind }] = useUrlSearch();
  return (
    <Page
      title={t('new.title')}
      description={preview ? undefined : t('new.text')}
      crumbs={[{ label: t('title'), href: '/imports' }]}
    >
      {preview ? (
        <ImportForm key={preview.fileId} preview={preview} wished={kind} onOther={() => setPreview(null)} />
      ) : (
        <FileDrop onTaken={setPreview} />
      )}
    </Page>
  );
}
