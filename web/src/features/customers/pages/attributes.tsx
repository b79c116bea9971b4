import { Button, Checkbox } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { definitionsQuery, type DefinedAttribute } from '../attribute-definitions';
import { AttributeForm } from '../parts/attribute-form';
import { AttributeRow } from '../parts/attribute-row';
import { UsualFields } from '../parts/usual-fields';

/** The fields that the company keeps beside the usual ones. */
export function AttributesPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = useQuery(definitionsQuery());
  const [edited, setEdited] = useState<DefinedAttribute | 'new' | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  const shown = (data ?? []).filter(({ archived }) => withArchived || !archived);
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('attributes.add')}
    </Button>
  );
  return (
    <Page title={t('attributes.title')} description={t('attributes.text')} actions={add}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.some(({ archived }) => archived) && (
        <Checkbox
          label={t('attributes.showArchived')}
          checked={withArchived}
          onChange={(event) => setWithArchived(event.currentTarget.checked)}
        />
      )}
      {data && shown.length === 0 && (
        <EmptyState icon={IconForms} title={t('attributes.emptyTitle')}>
          {t('attributes.empty')}
        </EmptyState>
      )}
      {shown.map((attribute, place) => (
        <AttributeRow
          key={attribute.id}
          attribute={attribute}
          order={shown.map(({ id }) => id)}
          place={place}
          edit={() => setEdited(attribute)}
        />
      ))}
      <UsualFields />
      <AttributeForm edited={edited} close={() => setEdited(null)} />
    </Page>
  );
}
