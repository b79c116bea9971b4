import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconPlus, IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { Page } from '@/shared/ui/page';
import { objectDefinitionsQuery, type DefinedObjectType } from '../object-types';
import { ObjectExamples } from '../parts/object-examples';
import { ObjectTypeForm } from '../parts/object-type-form';
import { ObjectTypeRow } from '../parts/object-type-row';

/** Kinds of things that the company keeps of its customers and companies. */
export function ObjectTypesPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = useQuery(objectDefinitionsQuery);
  const [edited, setEdited] = useState<DefinedObjectType | 'new' | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  const shown = (data ?? []).filter(({ archived }) => withArchived || !archived);
  const known = (data ?? []).map(({ key }) => key);
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('objectTypes.add')}
    </Button>
  );
  return (
    <Page title={t('objectTypes.title')} description={t('objectTypes.text')} actions={add}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.some(({ archived }) => archived) && (
        <Checkbox
          label={t('attributes.showArchived')}
          checked={withArchived}
          onChange={(event) => setWithArchived(event.currentTarget.checked)}
        />
      )}
      {data && shown.length === 0 && (
        <EmptyState icon={IconStack2} title={t('objectTypes.emptyTitle')}>
          {t('objectTypes.empty')}
          <ObjectExamples known={known} />
        </EmptyState>
      )}
      {shown.map((type) => (
        <ObjectTypeRow key={type.id} type={type} edit={() => setEdited(type)} />
      ))}
      {shown.length > 0 && <MoreExamples known={known} />}
      <ObjectTypeForm edited={edited} close={() => setEdited(null)} />
    </Page>
  );
}

function MoreExamples({ known }: { known: string[] }) {
  const { t } = useTranslation('customers');
  if (['course', 'car', 'pet'].every((key) => known.includes(key))) return null;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" mt="sm">
        {t('objectTypes.examples')}
      </Text>
      <ObjectExamples known={known} />
    </Group>
  );
}
