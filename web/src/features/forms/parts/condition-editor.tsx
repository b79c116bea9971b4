import { Group, MultiSelect, Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FormField } from '../forms';

type ConditionEditorProps = {
  field: FormField;
  /** Only these can decide: what comes later is not answered yet. */
  earlier: FormField[];
  language: string;
  onChange: (patch: Partial<FormField>) => void;
};

/** Always, or only when an earlier field has one of some answers. */
export function ConditionEditor({ field, earlier, language, onChange }: ConditionEditorProps) {
  const { t } = useTranslation('forms');
  const asking = earlier.filter(({ kind }) => kind !== 'note');
  if (asking.length === 0) return null;
  const when = field.showWhen;
  const other = asking.find(({ key }) => key === when?.field);
  const put = (values: string[]) => when && onChange({ showWhen: { ...when, values } });
  return (
    <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
      <Select
        label={t('editor.showWhen')}
        placeholder={t('editor.always')}
        data={asking.map(({ key, label }) => ({ value: key, label: label[language] || key }))}
        value={when?.field ?? null}
        clearable
        onChange={(key) => onChange({ showWhen: key ? { field: key, values: [] } : null })}
      />
      {other?.kind === 'choice' && (
        <MultiSelect
          label={t('editor.isOneOf')}
          placeholder={when?.values.length ? '' : t('editor.anyAnswer')}
          data={other.options.map(({ value, label }) => ({ value, label: label[language] || value }))}
          value={when?.values ?? []}
          onChange={put}
        />
      )}
      {other && other.kind !== 'choice' && other.kind !== 'checkbox' && (
        <TagsInput
          label={t('editor.isOneOf')}
          placeholder={when?.values.length ? '' : t('editor.anyAnswer')}
          value={when?.values ?? []}
          onChange={put}
        />
      )}
    </Group>
  );
}
