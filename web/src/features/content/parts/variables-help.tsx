import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownFieldsQuery } from '../own-fields';

const groups = {
  customer: [
    '{{ customer.first_name }}',
    "{{ customer.first_name | default: '…' }}",
    '{{ customer.last_name }}',
    '{{ customer.full_name }}',
    '{{ customer.email }}',
    '{{ customer.city }}',
    '{{ customer.birth_date }}',
  ],
  orders: [
    '{{ orders.count }}',
    '{{ orders.total | money }}',
    '{{ orders.average | money }}',
    "{{ orders.last_date | date: '%d.%m.%Y' }}",
    '{{ orders.days_since_last }}',
  ],
  links: ['{{ unsubscribe_url }}', '{{ view_url }}', '{{ company.name }}', '{{ company.url }}', '{{ today }}'],
  logic: [
    '{% if orders.count > 3 %}…{% else %}…{% endif %}',
    "{% if customer.city == 'Kyiv' %}…{% endif %}",
    "{% case customer.language %}{% when 'uk' %}…{% else %}…{% endcase %}",
  ],
} as const;

const names = ['customer', 'orders', 'links', 'logic'] as const;

/** What a template can say of a person; a click puts it where the cursor is. */
export function VariablesHelp({ onInsert }: { onInsert: (text: string) => void }) {
  const { t, i18n } = useTranslation('content');
  const fields = useQuery(ownFieldsQuery).data ?? [];
  const own = fields.map((field) => ({ ...field, text: `{{ customer.attributes.${field.key} }}` }));
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('help.text')}
      </Text>
      {names.map((name) => (
        <Stack key={name} gap={6}>
          <Text fw={550} size="sm">
            {t(`help.${name}`)}
          </Text>
          <Group gap={6}>
            {groups[name].map((text) => (
              <Button key={text} size="compact-sm" variant="default" onClick={() => onInsert(text)} maw="100%">
                <Code bg="transparent" p={0}>
                  {text}
                </Code>
              </Button>
            ))}
            {name === 'customer' &&
              own.map(({ key, label, text }) => (
                <Button
                  key={key}
                  size="compact-sm"
                  variant="default"
                  title={label[i18n.language] ?? label['en'] ?? key}
                  onClick={() => onInsert(text)}
                  maw="100%"
                >
                  <Code bg="transparent" p={0}>
                    {text}
                  </Code>
                </Button>
              ))}
          </Group>
        </Stack>
      ))}
    </Stack>
  );
}
