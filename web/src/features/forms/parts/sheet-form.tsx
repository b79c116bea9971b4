import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FormDraft } from '../forms';
import { type Typed } from '../paper';

type SheetFormProps = {
  definition: FormDraft;
  initial: Typed | null;
  saving: boolean;
  onSave: (typed: Typed) => void;
};

const words = (texts: Record<string, string>, key: string) => Object.values(texts)[0] ?? key;

/** To the next control, and from the last one, or with Ctrl, the sheet is kept. */
function goOn(event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void {
  const { form } = event.currentTarget;
  if (event.key !== 'Enter' || !form) return;
  event.preventDefault();
  const stops = [...form.querySelectorAll<HTMLElement>('input,select,button')];
  const next = stops[stops.indexOf(event.currentTarget) + 1];
  if (event.ctrlKey || next instanceof HTMLButtonElement) form.requestSubmit();
  else next?.focus();
}

/** Typed without a mouse: Enter goes to the next field, and behind the last one keeps the sheet. */
export function SheetForm({ definition, initial, saving, onSave }: SheetFormProps) {
  const { t } = useTranslation('forms');
  const [answers, setAnswers] = useState(initial?.answers ?? {});
  const [boxes, setBoxes] = useState(initial?.boxes ?? []);
  const put = (key: string, value: string) => setAnswers((old) => ({ ...old, [key]: value }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim())), boxes });
      }}
    >
      <Stack gap="xs">
        {definition.fields
          .filter(({ kind }) => kind !== 'note')
          .map((field, index) => {
            const label = words(field.label, field.key);
            const value = answers[field.key] ?? '';
            const keys = { 'data-autofocus': index === 0 || undefined, autoFocus: index === 0, onKeyDown: goOn };
            if (field.kind === 'checkbox') {
              return (
                <Checkbox
                  key={field.key}
                  {...keys}
                  label={label}
                  checked={value === 'true'}
                  onChange={(event) => put(field.key, event.currentTarget.checked ? 'true' : '')}
                />
              );
            }
            if (field.kind === 'choice') {
              const data = [{ value: '', label: '' }, ...field.options.map((one) => ({ value: one.value, label: words(one.label, one.value) }))];
              return <NativeSelect key={field.key} {...keys} label={label} data={data} value={value} onChange={(event) => put(field.key, event.currentTarget.value)} />;
            }
            return (
              <TextInput
                key={field.key}
                {...keys}
                label={label}
                placeholder={field.kind === 'date' ? t('paper.dateForm') : ''}
                value={value}
                autoComplete="off"
                onChange={(event) => put(field.key, event.currentTarget.value)}
              />
            );
          })}
        {definition.consents.map((box) => (
          <Checkbox
            key={box.key}
            label={words(box.text, box.key)}
            onKeyDown={goOn}
            checked={boxes.includes(box.key)}
            onChange={(event) => setBoxes(event.currentTarget.checked ? [...boxes, box.key] : boxes.filter((one) => one !== box.key))}
          />
        ))}
        <Button type="submit" w="fit-content" loading={saving}>
          {t('paper.keep')}
        </Button>
      </Stack>
    </form>
  );
}
