import { Group, Paper, Skeleton, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { RouteLink } from './route-link';

type StatTileProps = {
  label: string;
  value: ReactNode;
  /** How the number is defined, in a sentence. */
  definition?: string;
  /** Under the number: a change, an interval, a share. */
  note?: ReactNode;
  /** Where the people behind the number are. */
  href?: string;
  loading?: boolean;
};

export function StatTile({ label, value, definition, note, href, loading = false }: StatTileProps) {
  const figure = (
    <Text component="div" fz="clamp(17px, 4.4vw, 24px)" fw={620} lh={1.25} className="numeric">
      {value}
    </Text>
  );
  return (
    <Paper px="md" py="sm">
      <Group gap={4} wrap="nowrap">
        <Text size="sm" c="dimmed" miw={0} style={{ overflowWrap: 'anywhere', hyphens: 'auto' }}>
          {label}
        </Text>
        {definition && (
          <Tooltip label={definition} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
            <UnstyledButton aria-label={definition} lh={0} c="dimmed" p={5} mt={-8} mb={-2} mx={-5}>
              <IconInfoCircle size={14} />
            </UnstyledButton>
          </Tooltip>
        )}
      </Group>
      {loading ? (
        <Skeleton h={24} w={96} my={3} />
      ) : href ? (
        <UnstyledButton component={RouteLink} href={href} td="underline" className="stat-link">
          {figure}
        </UnstyledButton>
      ) : (
        figure
      )}
      {note && (
        <Text component="div" size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </Paper>
  );
}
