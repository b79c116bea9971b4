import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { languages } from '@/shared/lib/languages';
import { ErrorState } from '@/shared/ui/error-state';
import { useChangeOrganisation, type Organisation } from '../organisation';
import { CurrencySelect } from './currency-select';
import { ZoneSelect } from './zone-select';

type OrganisationFormProps = {
  initial: Organisation;
  submit: string;
  wide?: boolean;
  /** What must be saved before, while the organisation is not yet. */
  before?: () => Promise<unknown>;
  onSaved?: (saved: Organisation) => void;
};

const spoken = languages.map(({ code, name }) => ({ value: code, label: name }));

export function OrganisationForm({ initial, submit, wide = false, before, onSaved }: OrganisationFormProps) {
  const { t } = useTranslation('access');
  const change = useChangeOrganisation(before);
  const fieldProblem = useFieldProblem();
  const form = useForm<Organisation>({
    initialValues: initial,
    validate: {
      company: (value) => (value.trim() === '' ? t('organisation.companyNeeded') : null),
    },
  });
  const save = (values: Organisation) =>
    change.mutate(
      { ...values, company: values.company.trim(), configured: true },
      { onSuccess: onSaved, onError: (error) => fieldProblem(error, form) },
    );
  const unplaced = useMemo(() => change.error && Object.keys(form.errors).length === 0, [change.error, form.errors]);
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
      <Stack gap="md">
        {unplaced && <ErrorState error={change.error} />}
        <TextInput
          label={t('organisation.company')}
          description={t('organisation.companyHint')}
          autoComplete="organization"
          data-autofocus
          {...form.getInputProps('company')}
        />
        <ZoneSelect {...form.getInputProps('zone')} />
        <CurrencySelect {...form.getInputProps('currency')} />
        <Select
          label={t('organisation.language')}
          description={t('organisation.languageHint')}
          data={spoken}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
        <Group>
          <Button type="submit" loading={change.isPending} fullWidth={!wide}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
