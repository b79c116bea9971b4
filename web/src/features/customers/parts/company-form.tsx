import { Button, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '@/shared/api/use-field-problem';
import { ErrorState } from '@/shared/ui/error-state';
import { companySizes, findCompanies, taxKinds, type Company, type CompanyFields } from '../companies';
import { RemoteSelect } from './remote-select';

export type CompanyDraft = { [Field in keyof CompanyFields]-?: string };

export function draftOf(company?: Company): CompanyDraft {
  return {
    name: company?.name ?? '',
    country: company?.country ?? '',
    taxKind: company?.taxKind ?? 'edrpou',
    taxId: company?.taxId ?? '',
    parentId: company?.parents[0]?.id ?? '',
    size: company?.size ?? '',
    industry: company?.industry ?? '',
    website: company?.website ?? '',
    note: company?.note ?? '',
  };
}

type CompanyFormProps = {
  company?: Company;
  error: unknown;
  loading: boolean;
  action: string;
  close: () => void;
  /** Tells of a refusal by the second argument, so that it stands beside its field. */
  save: (draft: CompanyDraft, refused: (error: unknown) => void) => void;
};

export function CompanyForm({ company, error, loading, action, close, save }: CompanyFormProps) {
  const { t } = useTranslation(['customers', 'shared']);
  const beside = useFieldProblem();
  const form = useForm<CompanyDraft>({
    initialValues: draftOf(company),
    validate: { name: (name) => (name.trim() ? null : t('company.nameNeeded')) },
  });
  const submit = form.onSubmit((draft) => save(draft, (refusal) => beside(refusal, form)));
  const parent = company?.parents[0];
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        {error && Object.keys(form.errors).length === 0 ? <ErrorState error={error} /> : null}
        <TextInput label={t('company.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select
            label={t('company.taxKind')}
            data={taxKinds.map((value) => ({ value, label: t(`taxKind.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('taxKind')}
          />
          <TextInput label={t('company.taxId')} maxLength={40} {...form.getInputProps('taxId')} />
          <TextInput label={t('input.country')} maxLength={60} {...form.getInputProps('country')} />
          <TextInput label={t('company.industry')} maxLength={200} {...form.getInputProps('industry')} />
          <Select
            label={t('company.size')}
            data={companySizes.map((value) => ({ value, label: t(`companySize.${value}`) }))}
            clearable
            {...form.getInputProps('size')}
            value={form.values.size || null}
            onChange={(size) => form.setFieldValue('size', size ?? '')}
          />
          <TextInput label={t('company.website')} maxLength={200} {...form.getInputProps('website')} />
        </SimpleGrid>
        <RemoteSelect
          label={t('company.parent')}
          value={form.values.parentId}
          known={parent ? [{ value: parent.id, label: parent.name }] : []}
          find={async (q, signal) =>
            (await findCompanies(q, signal))
              .filter(({ id }) => id !== company?.id)
              .map(({ id, name }) => ({ value: id, label: name }))
          }
          onChange={(id) => form.setFieldValue('parentId', id)}
          error={form.errors.parentId}
          queryKey="companies"
        />
        <Textarea label={t('company.note')} autosize minRows={2} maxRows={8} maxLength={4000} {...form.getInputProps('note')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('shared:cancel')}
          </Button>
          <Button type="submit" loading={loading}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
