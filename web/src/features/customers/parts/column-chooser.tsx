import { Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type ColumnChooserProps = { all: { id: string; header: ReactNode }[]; chosen: string[]; onChange: (ids: string[]) => void };

/** Which columns the list has; the name always stays. */
export function ColumnChooser({ all, chosen, onChange }: ColumnChooserProps) {
  const { t } = useTranslation('customers');
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    onChange(all.map((column) => column.id).filter((one) => next.includes(one)));
  };
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} />}>
          {t('list.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={360} type="auto">
          <Stack gap="xs" pr="sm">
            {all.map(({ id, header }) => (
              <Checkbox
                key={id}
                size="xs"
                label={header}
                checked={chosen.includes(id)}
                disabled={id === 'name'}
                onChange={() => toggle(id)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
