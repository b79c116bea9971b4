import { Alert, Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { ErrorState } from '@/shared/ui/error-state';

type SiteKeyFormProps = { make: (wanted: { name: string; origins: string[] }) => void; error: unknown; loading: boolean };

const EXAMPLE = 'https://shop.example.com';

/** Asks for what a key of a site needs: what the source is called, and which sites may use it. */
export function SiteKeyForm({ make, error, loading }: SiteKeyFormProps) {
  const { t } = useTranslation('sources');
  const may = useMay();
  const form = useForm({
    initialValues: { name: '', origins: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('install.nameNeeded') : null),
      origins: (value) => (value.trim() === '' ? t('install.originsNeeded') : null),
    },
  });
  if (!may('keys.manage')) return <Alert color="sunflower">{t('install.noRight')}</Alert>;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ name, origins }) => make({ name: name.trim(), origins: origins.split(/\s+/).filter(Boolean) }))}
    >
      <Stack gap="sm">
        {error ? <ErrorState error={error} /> : null}
        <TextInput label={t('install.name')} description={t('install.nameHint')} maxLength={100} {...form.getInputProps('name')} />
        <Textarea
          label={t('install.origins')}
          description={t('install.originsHint')}
          placeholder={EXAMPLE}
          rows={2}
          {...form.getInputProps('origins')}
        />
        <Group>
          <Button type="submit" loading={loading}>
            {t('install.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
