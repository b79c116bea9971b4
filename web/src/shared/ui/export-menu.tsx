import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Permission } from '@/shared/api/permission';
import { Permitted } from './permitted';

export type TableFormat = 'csv' | 'xlsx';

const formats: TableFormat[] = ['csv', 'xlsx'];

type Props = {
  href: (format: TableFormat) => string;
  /** What the list is, where a screen has several. */
  label?: string;
  need?: Permission;
};

/** A list as a file, for whom may take lists home. */
export function ExportMenu({ href, label, need = 'customers.export' }: Props) {
  const { t } = useTranslation('shared');
  return (
    <Permitted need={need}>
      <Menu shadow="md" position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} />}>
            {label ?? t('export.open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((format) => (
            <Menu.Item key={format} component="a" href={href(format)} download>
              {t(`export.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Permitted>
  );
}
