import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/api/use-problem-text';

export function notifyDone(message: string): void {
  notifications.show({ message, color: 'pine', autoClose: 4000 });
}

/** For a mutation's `onError`: `useMutation({ ..., onError: useNotifyProblem() })`. */
export function useNotifyProblem(): (error: unknown) => void {
  const text = useProblemText();
  return useCallback(
    (error) => {
      const { title, remedy } = text(error);
      notifications.show({ title, message: remedy ?? '', color: 'red', autoClose: 9000, role: 'alert' });
    },
    [text],
  );
}

/** Says what was done and offers to take it back: `notifyUndo(sentence, () => restore(id))`. */
export function useNotifyUndo(): (message: string, undo: () => void) => void {
  const { t } = useTranslation('shared');
  return useCallback(
    (message, undo) => {
      const id = notifications.show({
        autoClose: 9000,
        color: 'pine',
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{message}</Text>
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              {t('undo')}
            </Button>
          </Group>
        ),
      });
    },
    [t],
  );
}
