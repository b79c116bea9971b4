import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowMerge, IconDots, IconFileZip, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/api/permission';
import { type CustomerCard } from '../customer-card';
import { personalDataHref } from '../person';
import { ErasePerson } from './erase-person';
import { SamePerson } from './same-person';

/** What is done with a person as a whole. */
export function PersonMenu({ card }: { card: CustomerCard }) {
  const { t } = useTranslation('customers');
  const may = useMay();
  const [erasing, { open, close }] = useDisclosure(false);
  const [merging, merge] = useDisclosure(false);
  if (!may('customers.erase') && !may('customers.edit')) return null;
  return (
    <>
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('person.menu')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may('customers.edit') && (
            <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={merge.open}>
              {t('merge.menu')}
            </Menu.Item>
          )}
          {may('customers.erase') && (
            <>
              <Menu.Item component="a" href={personalDataHref(card.id)} download leftSection={<IconFileZip size={16} />}>
                {t('person.export')}
              </Menu.Item>
              <Menu.Item c="red" leftSection={<IconUserOff size={16} />} onClick={open}>
                {t('person.erase')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <ErasePerson card={card} opened={erasing} close={close} />
      <SamePerson card={card} opened={merging} close={merge.close} />
    </>
  );
}
