import { NumberInput, PasswordInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type SendingForm } from '../sending';

const exampleHost = 'smtp.example.com';

type ServerFieldsProps = { form: UseFormReturnType<SendingForm>; passwordSet: boolean };

const usualPorts: Record<string, number> = { starttls: 587, tls: 465, none: 25 };

/** Where mail is handed over; the usual port follows the protection while nobody chose another. */
export function ServerFields({ form, passwordSet }: ServerFieldsProps) {
  const { t } = useTranslation('channels');
  const protect = (security: string | null) => {
    if (!security) return;
    const usual = Object.values(usualPorts).includes(Number(form.values.port));
    form.setFieldValue('security', security);
    if (usual) form.setFieldValue('port', usualPorts[security] ?? 587);
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
      <TextInput label={t('sending.host')} placeholder={exampleHost} required {...form.getInputProps('host')} />
      <NumberInput
        label={t('sending.port')}
        min={1}
        max={65535}
        allowDecimal={false}
        thousandSeparator=""
        required
        {...form.getInputProps('port')}
      />
      <Select
        label={t('sending.security')}
        data={['starttls', 'tls', 'none'].map((value) => ({ value, label: t(`sending.securities.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('security')}
        onChange={protect}
      />
      <TextInput label={t('sending.user')} autoComplete="off" {...form.getInputProps('user')} />
      <PasswordInput
        label={t('sending.password')}
        description={passwordSet ? t('sending.passwordKept') : undefined}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
    </SimpleGrid>
  );
}
