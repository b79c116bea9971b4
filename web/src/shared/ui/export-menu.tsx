import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Permitted } from './permitted';

export type TableFormat = 'csv' | 'xlsx';

const formats: TableFormat[] = ['csv', 'xlsx'];

/** A list as a file, for whom may take lists home. */
export function ExportMenu({ href }: { href: (format: TableFormat) => string }) {
  const { t } = useTranslation('shared');
  return (
    <Permitted need="customers.export">
      <Menu shadow="md" position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} />}>
            {t('export.open')}
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
