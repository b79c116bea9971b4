import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { nameIn } from '../attribute-text';
import { objectExamples } from '../object-examples';
import { useAddObjectType } from '../object-types';
import { ObjectPicture } from './object-picture';

/** Ready types to take with one click, without those that are there already. */
export function ObjectExamples({ known }: { known: string[] }) {
  const { t, i18n } = useTranslation('customers');
  const add = useAddObjectType();
  const onError = useNotifyProblem();
  const left = objectExamples(t('objectTypes.examplePurpose')).filter(({ key }) => !known.includes(key));
  if (left.length === 0) return null;
  return (
    <Group gap="xs" mt="sm" justify="center" role="group" aria-label={t('objectTypes.examples')}>
      {left.map((type) => (
        <Button
          key={type.key}
          variant="light"
          size="compact-md"
          leftSection={<ObjectPicture icon={type.wish.icon ?? ''} size={16} />}
          disabled={add.isPending}
          onClick={() => add.mutate(type, { onSuccess: () => notifyDone(t('objectTypes.taken')), onError })}
        >
          {nameIn(type.wish.many ?? {}, type.key, i18n.language)}
        </Button>
      ))}
    </Group>
  );
}
