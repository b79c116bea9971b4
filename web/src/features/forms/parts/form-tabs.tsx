import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { useGo } from '@/shared/lib/url';

const tabs = ['edit', 'submissions', 'friction', 'paper'] as const;
type Tab = (typeof tabs)[number];

/** The screens of one form. */
export function FormTabs({ id, tab }: { id: string; tab: Tab }) {
  const { t } = useTranslation('forms');
  const go = useGo();
  const may = useMay();
  const shown = tabs.filter((one) => (one !== 'submissions' || may('customers.read')) && (one !== 'paper' || may('imports.run')));
  const open = (value: string | null) => go(value === 'edit' || value === null ? `/forms/${id}` : `/forms/${id}/${value}`);
  return (
    <Tabs value={tab} onChange={open} activateTabWithKeyboard={false}>
      <Tabs.List>
        {shown.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`tabs.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
