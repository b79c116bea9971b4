import { useCallback } from 'react';
import { ProblemError } from './problem';
import { useProblemText } from './use-problem-text';

type Form = { getValues: () => object; setFieldError: (field: string, text: string) => void };

/** Puts a problem beside the field it is about; answers false when it is about none of the form. */
export function useFieldProblem(): (error: unknown, form: Form) => boolean {
  const text = useProblemText();
  return useCallback(
    (error, form) => {
      if (!(error instanceof ProblemError) || !error.field || !(error.field in form.getValues())) return false;
      const { title, remedy } = text(error);
      form.setFieldError(error.field, [title, remedy].filter(Boolean).join(' '));
      return true;
    },
    [text],
  );
}
