import { CloseButton, mergeThemeOverrides, Modal, Notification, PasswordInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { theme } from './theme';

/** The theme, with names in the language of the reader for the buttons that Mantine draws by itself. */
export function useSpokenTheme() {
  const { t } = useTranslation('shared');
  return useMemo(() => {
    const close = { 'aria-label': t('close') };
    return mergeThemeOverrides(theme, {
      components: {
        CloseButton: CloseButton.extend({ defaultProps: close }),
        Modal: Modal.extend({ defaultProps: { ...theme.components?.Modal?.defaultProps, closeButtonProps: close } }),
        Notification: Notification.extend({ defaultProps: { closeButtonProps: close } }),
        PasswordInput: PasswordInput.extend({
          defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('showPassword') } },
        }),
      },
    });
  }, [t]);
}
