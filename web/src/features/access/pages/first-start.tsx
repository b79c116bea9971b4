import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChangePreferences } from '@/shared/api/preferences';
import { useSession } from '@/shared/api/session';
import { themeOf } from '@/shared/lib/color-theme';
import { usualCurrency } from '../currencies';
import { GateFrame } from '../parts/gate-frame';
import { OrganisationForm } from '../parts/organisation-form';
import { ownZone } from '../zones';

export function FirstStartPage() {
  const { t, i18n } = useTranslation('access');
  const { colorScheme } = useMantineColorScheme();
  const preferences = useChangePreferences();
  const company = useSession()?.organisation.company ?? '';
  const guess = {
    company,
    zone: ownZone(),
    currency: usualCurrency(i18n.language),
    language: i18n.language,
    configured: false,
  };
  const keepChoices = () => preferences.mutateAsync({ language: i18n.language, theme: themeOf(colorScheme) });
  return (
    <GateFrame title={t('firstStart.title')} text={t('firstStart.text')}>
      <OrganisationForm initial={guess} submit={t('firstStart.submit')} before={keepChoices} />
    </GateFrame>
  );
}
