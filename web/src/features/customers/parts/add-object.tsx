import { Button, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '@/shared/lib/person-name';
import { notifyDone } from '@/shared/ui/notify';
import { nameIn } from '../attribute-text';
import { findCompanies } from '../companies';
import { findCustomers } from '../customers';
import { objectChanges, objectDraft } from '../object-draft';
import { useAddObject, type ObjectType } from '../objects';
import { ObjectForm } from './object-form';
import { RemoteSelect, type Choice } from './remote-select';

const people = async (q: string, signal: AbortSignal): Promise<Choice[]> =>
  (await findCustomers(q, signal)).map((one) => ({ value: one.id, label: [personName(one), one.email].filter(Boolean).join(' · ') }));

const companies = async (q: string, signal: AbortSignal): Promise<Choice[]> =>
  (await findCompanies(q, signal)).map(({ id, name }) => ({ value: id, label: name }));

/** Adds an object from the list of its type: whose it is comes first. */
export function AddObject({ type }: { type: ObjectType }) {
  const { t, i18n } = useTranslation('customers');
  const [opened, { open, close }] = useDisclosure(false);
  const name = nameIn(type.one, type.key, i18n.language);
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        {t('objects.add', { name })}
      </Button>
      <Modal opened={opened} onClose={close} title={<Text fw={620}>{t('objects.add', { name })}</Text>}>
        <Fields type={type} close={close} />
      </Modal>
    </>
  );
}

function Fields({ type, close }: { type: ObjectType; close: () => void }) {
  const { t } = useTranslation('customers');
  const [owner, setOwner] = useState('');
  const [missing, setMissing] = useState(false);
  const add = useAddObject();
  const ofPeople = type.ownerKind === 'CUSTOMER';
  const asked = 'owners-' + type.ownerKind;
  const choose = (
    <RemoteSelect
      label={t(ofPeople ? 'objects.customer' : 'objects.company')}
      value={owner}
      known={[]}
      find={ofPeople ? people : companies}
      onChange={setOwner}
      queryKey={asked}
      error={missing && owner === '' && t('objects.ownerNeeded')}
    />
  );
  return (
    <ObjectForm
      type={type}
      first={choose}
      error={add.error}
      loading={add.isPending}
      close={close}
      save={(draft, refused) => {
        setMissing(owner === '');
        if (owner === '') return;
        const said = { type: type.key, ...objectChanges(objectDraft(type), draft) };
        add.mutate(ofPeople ? { ...said, customerId: owner } : { ...said, companyId: owner }, {
          onSuccess: () => {
            notifyDone(t('objects.done'));
            close();
          },
          onError: refused,
        });
      }}
    />
  );
}
