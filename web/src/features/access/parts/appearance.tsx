import { Group, Input, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChangePreferences } from '@/shared/api/preferences';
import { useSession } from '@/shared/api/session';
import { asTheme, schemeOf, themes } from '@/shared/lib/color-theme';
import { speak } from '@/shared/lib/i18n';
import { asLanguage, languages } from '@/shared/lib/languages';
import { useNotifyProblem } from '@/shared/ui/notify';

const spoken = languages.map(({ code, name }) => ({ value: code, label: name }));

/** Takes effect at once, here and wherever the same person signs in. */
export function Appearance() {
  const { t, i18n } = useTranslation('shared');
  const theme = asTheme(useSession()?.user.theme);
  const { setColorScheme } = useMantineColorScheme();
  const preferences = useChangePreferences();
  const onError = useNotifyProblem();
  return (
    <Group gap="xl" align="flex-start">
      <Input.Wrapper label={t('language')} labelElement="div">
        <SegmentedControl
          mt={4}
          aria-label={t('language')}
          data={spoken}
          value={i18n.language}
          onChange={(code) => {
            const language = asLanguage(code) ?? 'en';
            void speak(language);
            preferences.mutate({ language }, { onError });
          }}
        />
      </Input.Wrapper>
      <Input.Wrapper label={t('theme.label')} labelElement="div">
        <SegmentedControl
          mt={4}
          aria-label={t('theme.label')}
          data={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          value={theme}
          onChange={(value) => {
            const next = asTheme(value);
            setColorScheme(schemeOf(next));
            preferences.mutate({ theme: next }, { onError });
          }}
        />
      </Input.Wrapper>
    </Group>
  );
}
