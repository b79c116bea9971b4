import { Text, type TextProps, Tooltip } from '@mantine/core';
import { useFormat } from '@/shared/lib/use-format';
import { type MoneyValue } from '@/shared/lib/format';

const figures: TextProps = { component: 'span', inherit: true, className: 'numeric' } as TextProps;

type NumberTextProps = TextProps & { value: number | null | undefined; as?: 'number' | 'percent' | 'compact' };

export function NumberText({ value, as = 'number', ...rest }: NumberTextProps) {
  const format = useFormat();
  return (
    <Text {...figures} {...rest}>
      {value == null ? '—' : format[as](value)}
    </Text>
  );
}

export function Money({ value, ...rest }: TextProps & { value: MoneyValue | null | undefined }) {
  const format = useFormat();
  return (
    <Text {...figures} {...rest}>
      {value == null ? '—' : format.money(value)}
    </Text>
  );
}

type DateTextProps = TextProps & {
  value: string | null | undefined;
  as?: 'date' | 'dateTime' | 'time' | 'relative' | 'day';
};

/** The other reading, exact or relative, is in the tooltip. */
export function DateText({ value, as = 'dateTime', ...rest }: DateTextProps) {
  const format = useFormat();
  const text = (
    <Text {...figures} {...rest}>
      {value == null ? '—' : <time dateTime={value}>{format[as](value)}</time>}
    </Text>
  );
  if (value == null || as === 'day') return text;
  return <Tooltip label={as === 'relative' ? format.dateTime(value) : format.relative(value)}>{text}</Tooltip>;
}
