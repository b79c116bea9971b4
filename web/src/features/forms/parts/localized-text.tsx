import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';

type Texts = Record<string, string>;

type LocalizedTextProps = {
  label: ReactNode;
  texts: Texts;
  /** The language that is being written. */
  language: string;
  onChange: (texts: Texts) => void;
  required?: boolean;
  long?: boolean;
  description?: string;
  ariaLabel?: string;
};

/** A text in the language that the editor is set to; the other languages stay as they are. */
export function LocalizedText({ label, texts, language, onChange, required = false, long = false, description, ariaLabel }: LocalizedTextProps) {
  const Field = long ? Textarea : TextInput;
  return (
    <Field
      label={label}
      aria-label={ariaLabel}
      description={description}
      value={texts[language] ?? ''}
      required={required}
      maxLength={4000}
      {...(long && { rows: 3 })}
      onChange={(event) => onChange({ ...texts, [language]: event.currentTarget.value })}
    />
  );
}
