import { Group, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { type ReactNode } from 'react';
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
      <Choice label={t('language')}>
        <SegmentedControl
          aria-label={t('language')}
          data={spoken}
          value={i18n.language}
          onChange={(code) => {
            const language = asLanguage(code) ?? 'en';
            void speak(language);
            preferences.mutate({ language }, { onError });
          }}
        />
      </Choice>
      <Choice label={t('theme.label')}>
        <SegmentedControl
          aria-label={t('theme.label')}
          data={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          value={theme}
          onChange={(value) => {
            const next = asTheme(value);
            setColorScheme(schemeOf(next));
            preferences.mutate({ theme: next }, { onError });
          }}
        />
      </Choice>
    </Group>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={500} aria-hidden>
        {label}
      </Text>
      {children}
    </Stack>
  );
}
