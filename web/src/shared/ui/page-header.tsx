import { Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { TextLink } from './route-link';

export type Crumb = { label: string; href: string };

export type PageHeaderProps = {
  title: string;
  description?: ReactNode;
  /** Where this page lies: the pages above it. */
  crumbs?: Crumb[];
  /** Beside the title: a badge of state, for instance. */
  beside?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, description, crumbs = [], beside, actions }: PageHeaderProps) {
  return (
    <Stack gap={4}>
      {crumbs.length > 0 && (
        <Breadcrumbs separatorMargin={6} fz="sm">
          {crumbs.map((crumb) => (
            <TextLink key={crumb.href} href={crumb.href}>
              {crumb.label}
            </TextLink>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} miw={0} flex="1 1 240px">
          <Group gap="sm" align="center">
            <Title order={1} style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Title>
            {beside}
          </Group>
          {description && (
            <Text c="dimmed" maw={760} component="div">
              {description}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
    </Stack>
  );
}
