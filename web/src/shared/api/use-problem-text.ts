import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from './problem';

export type ProblemText = { title: string; remedy: string | undefined };

/** `errors.<CODE>` of any room; when nobody translated the code, the server's own sentence. */
export function useProblemText(): (error: unknown) => ProblemText {
  const { t, i18n } = useTranslation('shared');
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ProblemError)) return { title: t('errors.UNEXPECTED'), remedy: undefined };
      const ns = [i18n.options.ns ?? []].flat();
      const say = (key: string): string | undefined =>
        i18n.exists(key, { ns })
          ? i18n.t(key, { ns, ...error.params, seconds: error.retryAfterSeconds ?? error.params.retryAfterSeconds ?? 0 })
          : undefined;
      return {
        title: say(`errors.${error.code}`) ?? error.message,
        remedy: say(`remedies.${error.code}`) ?? error.remedy,
      };
    },
    [t, i18n],
  );
}
