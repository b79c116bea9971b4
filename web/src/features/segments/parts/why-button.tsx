import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { Explanation } from '@/shared/rules/explanation';
import { type SegmentMember } from '../segment';

/** The cell of a member's explanation in a table. */
export const whyCell = (segment: string, day: string | null) => (person: SegmentMember) => (
  <WhyButton segment={segment} day={day} customer={person.id} name={personName(person) ?? '—'} />
);

type WhyButtonProps = { segment: string; day: string | null; customer: string; name: string };

/** Opens the explanation of one person's membership. */
function WhyButton({ segment, day, customer, name }: WhyButtonProps) {
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
        {opened && <Explanation about={{ segment }} customer={customer} from={day} />}
      </Modal>
    </span>
  );
}
