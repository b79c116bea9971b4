import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { notifyDone, useNotifyProblem } from '@/shared/ui/notify';
import { Permitted } from '@/shared/ui/permitted';
import { type TemplateDraft } from '../templates';
import { useTestSend } from '../test-send';

type TestSendProps = { draft: TemplateDraft; customerId: string | undefined };

/** Mails the draft as it stands to an address of ours. */
export function TestSend({ draft, customerId }: TestSendProps) {
  const { t } = useTranslation(['content', 'shared']);
  const session = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  const [to, setTo] = useState<string>();
  const address = to ?? session?.user.email ?? '';
  const send = useTestSend();
  const onError = useNotifyProblem();
  const run = () =>
    send.mutate(
      { to: address, draft, customerId },
      {
        onSuccess: () => {
          notifyDone(t('testSend.done', { address }));
          close();
        },
        onError,
      },
    );
  return (
    <Permitted need="campaigns.edit">
      <Button variant="default" leftSection={<IconSend size={16} />} onClick={open}>
        {t('testSend.open')}
      </Button>
      <Modal opened={opened} onClose={close} title={<Text fw={620}>{t('testSend.title')}</Text>}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run();
          }}
        >
          <Stack gap="md">
            <TextInput
              type="email"
              label={t('testSend.to')}
              description={t('testSend.text')}
              value={address}
              required
              data-autofocus
              onChange={(event) => setTo(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('shared:cancel')}
              </Button>
              <Button type="submit" loading={send.isPending}>
                {t('testSend.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Permitted>
  );
}
