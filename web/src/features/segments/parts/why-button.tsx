import { Button, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { useFormat } from '@/shared/lib/use-format';
import { useWords } from '@/shared/rules/use-words';
import { ErrorState } from '@/shared/ui/error-state';
import { type SegmentMember } from '../segment';
import { useWhy } from '../why';
import { WhyTree } from './why-tree';

/** The cell of a member's explanation in a table. */
export const whyCell = (segment: string) => (person: SegmentMember) => (
  <WhyButton segment={segment} customer={person.id} name={personName(person) ?? '—'} />
);

type WhyButtonProps = { segment: string; customer: string; name: string };

/** Opens the explanation of one person's membership. */
function WhyButton({ segment, customer, name }: WhyButtonProps) {
  const { t } = useTranslation('segments');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <span onClick={(event) => event.stopPropagation()} role="presentation">
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('why.open', { name })}
        onClick={(event) => {
          event.preventDefault();
          open();
        }}
      >
        {t('why.button')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('why.title', { name })} size="lg">
        {opened && <Explanation segment={segment} customer={customer} />}
      </Modal>
    </span>
  );
}

function Explanation({ segment, customer }: { segment: string; customer: string }) {
  const words = useWords();
  const { t } = words;
  const format = useFormat();
  const { data, error } = useWhy(segment, customer);
  if (error) return <ErrorState error={error} />;
  if (!data) return <Skeleton h={180} />;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('preview.asOf', { at: format.dateTime(data.asOf) })}
        {data.entered &&
          ` · ${t('why.entered', {
            at: format.dateTime(data.entered.at),
            cause: t(`cause.${data.entered.cause}` as 'cause.LIVE'),
          })}`}
      </Text>
      <WhyTree rule={data.rule} path="" why={data} words={words} />
    </Stack>
  );
}
