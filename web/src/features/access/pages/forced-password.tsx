import { useTranslation } from 'react-i18next';
import { GateFrame } from '../parts/gate-frame';
import { PasswordForm } from '../parts/password-form';

export function ForcedPasswordPage() {
  const { t } = useTranslation('access');
  return (
    <GateFrame title={t('password.title')} text={t('password.text')}>
      <PasswordForm />
    </GateFrame>
  );
}
