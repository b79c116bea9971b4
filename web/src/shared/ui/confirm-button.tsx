import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type ConfirmButtonProps = ButtonProps & {
  /** The question, and under it what will happen. */
  question: string;
  consequence?: ReactNode;
  /** The verb on the button that does it. */
  confirm: string;
  danger?: boolean;
  onConfirm: () => void;
  children: ReactNode;
};

/** For what cannot be undone. What can be undone is done at once, with an undo beside it. */
export function ConfirmButton({
  question,
  consequence,
  confirm,
  danger = true,
  onConfirm,
  children,
  ...button
}: ConfirmButtonProps) {
  const { t } = useTranslation('shared');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" {...button} onClick={open}>
        {children}
      </Button>
      <Modal opened={opened} onClose={close} title={<Text fw={620}>{question}</Text>}>
        <Stack gap="md">
          {consequence && <Text component="div">{consequence}</Text>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close} data-autofocus>
              {t('cancel')}
            </Button>
            <Button
              {...(danger ? { color: 'red.8' } : {})}
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
