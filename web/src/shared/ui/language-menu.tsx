import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChangePreferences } from '@/shared/api/preferences';
import { speak } from '@/shared/lib/i18n';
import { languages, type Language } from '@/shared/lib/languages';

/** Speaks at once; whoever is signed in will find it so on another machine too. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation('shared');
  const preferences = useChangePreferences();
  const choose = (language: Language) => {
    void speak(language);
    preferences.mutate({ language });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="lg" aria-label={t('language')}>
          <IconLanguage size={19} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map(({ code, name }) => (
          <Menu.Item
            key={code}
            lang={code}
            onClick={() => choose(code)}
            rightSection={i18n.language === code ? <IconCheck size={15} /> : undefined}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
