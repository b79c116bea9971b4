import { NavLink, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { navigationGroups, type NavigationItem } from '@/shared/lib/feature';
import { RouteLink } from '@/shared/ui/route-link';
import { registry } from './features';
import classes from './shell.module.css';

/** The entry whose address is the longest beginning of the path: `/customers/7` belongs to `/customers`. */
export function activeHref(items: NavigationItem[], path: string): string | undefined {
  return items
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(href === '/' ? '//' : `${href}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

export function Navigation({ path }: { path: string }) {
  const { t } = useTranslation('app');
  const may = useMay();
  const shown = registry.navigation.filter(({ need }) => may(need));
  const active = activeHref(shown, path);
  return (
    <nav aria-label={t('navigation.label')}>
      {navigationGroups.map((group) => {
        const items = shown.filter((item) => item.group === group);
        if (items.length === 0) return null;
        return (
          <Stack key={group} gap={1} component="section" aria-label={t(`navigation.${group}`)}>
            {group !== 'overview' && <Text className={classes.group}>{t(`navigation.${group}`)}</Text>}
            {items.map((item) => (
              <Entry key={item.href} item={item} active={item.href === active} />
            ))}
          </Stack>
        );
      })}
    </nav>
  );
}

function Entry({ item, active }: { item: NavigationItem; active: boolean }) {
  const { t } = useTranslation();
  return (
    <NavLink
      component={RouteLink}
      href={item.href}
      label={t(item.label)}
      leftSection={<item.icon size={17} stroke={1.7} />}
      active={active}
      aria-current={active ? 'page' : undefined}
      className={classes.item}
    />
  );
}
