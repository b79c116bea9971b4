import { ActionIcon, Badge, Burger, Group, Kbd, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { LanguageMenu } from '@/shared/ui/language-menu';
import { Logo } from '@/shared/ui/logo';
import { RouteLink } from '@/shared/ui/route-link';
import { ThemeToggle } from '@/shared/ui/theme-toggle';
import { openPalette, paletteKeys } from './palette-store';
import { UserMenu } from './user-menu';
import classes from './shell.module.css';

export function TopBar({ opened, toggle }: { opened: boolean; toggle: () => void }) {
  const { t } = useTranslation('app');
  const session = useSession();
  return (
    <Group h="100%" px="sm" gap="xs" wrap="nowrap" justify="space-between">
      <Group gap="xs" wrap="nowrap" w={{ md: 206 }}>
        <Burger opened={opened} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t('navigation.open')} />
        <RouteLink href="/" className={classes.wordmark}>
          <Logo size={24} />
          <Text span inherit visibleFrom="xs">
            {t('name')}
          </Text>
        </RouteLink>
        {session?.demo && (
          <Tooltip label={t('demo.hint')} multiline maw={280}>
            <Badge color="sunflower">{t('demo.badge')}</Badge>
          </Tooltip>
        )}
      </Group>
      <Group flex={1} visibleFrom="sm">
        <UnstyledButton className={classes.search} onClick={openPalette}>
          <IconSearch size={15} aria-hidden />
          <Text size="sm" flex={1} truncate>
            {t('palette.placeholder')}
          </Text>
          <Kbd size="xs">{paletteKeys()}</Kbd>
        </UnstyledButton>
      </Group>
      <Group gap={2} wrap="nowrap">
        <ActionIcon size="lg" hiddenFrom="sm" onClick={openPalette} aria-label={t('palette.placeholder')}>
          <IconSearch size={19} />
        </ActionIcon>
        <LanguageMenu />
        <ThemeToggle />
        <UserMenu />
      </Group>
    </Group>
  );
}
