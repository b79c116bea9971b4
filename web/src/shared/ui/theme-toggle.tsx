import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChangePreferences } from '@/shared/api/preferences';

export function ThemeToggle() {
  const { t } = useTranslation('shared');
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const preferences = useChangePreferences();
  const next = scheme === 'dark' ? 'light' : 'dark';
  const Picture = next === 'dark' ? IconMoon : IconSun;
  return (
    <ActionIcon
      size="lg"
      aria-label={t(`theme.to.${next}`)}
      title={t(`theme.to.${next}`)}
      onClick={() => {
        setColorScheme(next);
        preferences.mutate({ theme: next });
      }}
    >
      <Picture size={19} stroke={1.7} />
    </ActionIcon>
  );
}
