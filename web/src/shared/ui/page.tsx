import { Stack } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { type ReactNode } from 'react';
import { PageHeader, type PageHeaderProps } from './page-header';

type PageProps = PageHeaderProps & {
  /** `narrow` for forms and texts, `wide` for tables and charts. */
  size?: 'narrow' | 'wide';
  children: ReactNode;
};

/** The frame of every screen: heading, document title, width. */
export function Page({ size = 'wide', children, ...header }: PageProps) {
  useDocumentTitle(`${header.title} · Regulars`);
  return (
    <Stack gap="md" maw={size === 'narrow' ? 760 : 1560} w="100%">
      <PageHeader {...header} />
      {children}
    </Stack>
  );
}
