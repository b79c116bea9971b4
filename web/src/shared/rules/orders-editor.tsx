import { Button, Group, NumberInput, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { BasketEditor } from './basket-editor';
import { ProductTags } from './product-tags';
import { labelOf, type Words } from './rule-sentence';
import { firstCheck, orderMeasures, typeOfMeasure, type OrderMeasure, type OrdersRule, type OrderWindow } from './rules';
import { CheckEditor } from './check-editor';
import { ChosenCodes } from './leaf-editors';

type OrdersEditorProps = { rule: OrdersRule; words: Words; onChange: (rule: OrdersRule) => void };

/** A figure of orders: which, how much, in which time, of which orders and products. */
export function OrdersEditor({ rule, words, onChange }: OrdersEditorProps) {
  const { t } = words;
  const [opened, setMore] = useState(isFiltered(rule));
  const more = opened || rule.measure === 'SHARE';
  const measure = (next: OrderMeasure) => {
    const keep = typeOfMeasure(next) === typeOfMeasure(rule.measure);
    onChange({ ...rule, measure: next, check: keep ? rule.check : firstCheck(typeOfMeasure(next)) });
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Select
          aria-label={t('editor.measure')}
          data={orderMeasures.map((value) => ({ value, label: t(`measureTitle.${value}`) }))}
          value={rule.measure}
          onChange={(value) => value && measure(value as OrderMeasure)}
          allowDeselect={false}
          w={240}
        />
        <CheckEditor
          check={rule.check}
          type={typeOfMeasure(rule.measure)}
          onChange={(check) => onChange({ ...rule, check })}
        />
      </Group>
      <WindowEditor window={rule.window} words={words} onChange={(window) => onChange({ ...rule, window })} />
      {more ? (
        <>
          <OrderFilters rule={rule} words={words} onChange={onChange} />
          <BasketEditor basket={rule.basket ?? null} words={words} onChange={(basket) => onChange({ ...rule, basket })} />
        </>
      ) : (
        <Button variant="subtle" size="compact-xs" w="fit-content" onClick={() => setMore(true)}>
          {t('editor.moreFilters')}
        </Button>
      )}
    </Stack>
  );
}

function isFiltered({ statuses, products, paymentMethods, sources, basket }: OrdersRule): boolean {
  return products !== null || basket != null || statuses.length + paymentMethods.length + sources.length > 0;
}

type WindowMode = 'days' | 'period' | 'ever';

function modeOf({ days, from, to }: OrderWindow): WindowMode {
  if (days != null) return 'days';
  return from || to ? 'period' : 'ever';
}

export function WindowEditor({ window, words: { t }, onChange }: { window: OrderWindow; words: Words; onChange: (window: OrderWindow) => void }) {
  const [mode, setMode] = useState(modeOf(window));
  const choose = (next: WindowMode) => {
    setMode(next);
    onChange({ days: next === 'days' ? 90 : null, from: null, to: null });
  };
  return (
    <Group gap="xs">
      <Select
        aria-label={t('editor.window')}
        data={(['days', 'period', 'ever'] as const).map((value) => ({ value, label: t(`window.${value}`) }))}
        value={mode}
        onChange={(value) => value && choose(value as WindowMode)}
        allowDeselect={false}
        w={190}
      />
      {mode === 'days' && (
        <NumberInput
          aria-label={t('editor.windowDays')}
          value={window.days ?? ''}
          onChange={(next) => onChange({ days: next === '' ? 0 : Number(next), from: null, to: null })}
          min={0}
          max={36_500}
          allowDecimal={false}
          allowNegative={false}
          rightSection={<span>{t('editor.days')}</span>}
          rightSectionWidth={56}
          w={140}
        />
      )}
      {mode === 'period' && (
        <>
          <TextInput
            type="date"
            aria-label={t('editor.from')}
            value={window.from ?? ''}
            onChange={(event) => onChange({ ...window, days: null, from: event.currentTarget.value || null })}
            w={150}
          />
          <span>—</span>
          <TextInput
            type="date"
            aria-label={t('editor.to')}
            value={window.to ?? ''}
            onChange={(event) => onChange({ ...window, days: null, to: event.currentTarget.value || null })}
            w={150}
          />
        </>
      )}
    </Group>
  );
}

function OrderFilters({ rule, words, onChange }: OrdersEditorProps) {
  const { t, vocabulary, language } = words;
  const products = rule.products ?? { categories: [], brands: [], products: [] };
  const filter = (next: typeof products) =>
    onChange({ ...rule, products: next.categories.length + next.brands.length + next.products.length > 0 ? next : null });
  return (
    <Group gap="xs" align="flex-start">
      <ChosenCodes
        label={t('editor.statuses')}
        hint={t('editor.statusesHint')}
        data={(vocabulary?.statuses ?? []).map(({ code, name }) => ({ value: code, label: labelOf(name, code, language) }))}
        value={rule.statuses}
        onChange={(statuses) => onChange({ ...rule, statuses })}
      />
      <ProductTags filter={products} words={words} onChange={filter} />
      <TagsInput
        aria-label={t('editor.paymentMethods')}
        placeholder={rule.paymentMethods.length === 0 ? t('editor.paymentMethodsHint') : ''}
        data={vocabulary?.paymentMethods ?? []}
        value={rule.paymentMethods}
        onChange={(paymentMethods) => onChange({ ...rule, paymentMethods })}
        flex="1 1 200px"
      />
      <ChosenCodes
        label={t('editor.sources')}
        hint={t('editor.sourcesHint')}
        data={(vocabulary?.sources ?? []).map(({ code, name }) => ({ value: code, label: labelOf(name, code, language) }))}
        value={rule.sources}
        onChange={(sources) => onChange({ ...rule, sources })}
      />
    </Group>
  );
}
