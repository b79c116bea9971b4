export type MoneyValue = { minor: number; currency: string };

type Instant = string | number | Date;

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** How many digits follow the point in a currency: 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Numbers, money and time as people of a locale write them, in the zone of the organisation. */
export function formatter(locale: string, zone: string) {
  const plain = (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const clock = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  return {
    locale,
    zone,
    number: (value: number, options?: Intl.NumberFormatOptions) => plain(options).format(value),
    compact: (value: number) => plain({ notation: 'compact', maximumFractionDigits: 1 }).format(value),
    /** `share` is a fraction: 0.25 reads 25 %. */
    percent: (share: number, digits = 1) =>
      plain({ style: 'percent', maximumFractionDigits: digits }).format(share),
    money: ({ minor, currency }: MoneyValue, options?: Intl.NumberFormatOptions) =>
      plain({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options }).format(minor / 10 ** minorDigits(currency)),
    moneyCompact: ({ minor, currency }: MoneyValue) =>
      plain({
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        notation: 'compact',
        maximumFractionDigits: 1,
      }).format(minor / 10 ** minorDigits(currency)),
    date: (instant: Instant) => clock({ dateStyle: 'medium' }).format(new Date(instant)),
    dateTime: (instant: Instant) => clock({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)),
    time: (instant: Instant) => clock({ timeStyle: 'short' }).format(new Date(instant)),
    month: (instant: Instant) => clock({ month: 'short', year: 'numeric' }).format(new Date(instant)),
    /** A date without time, such as a birthday: the same in every zone. */
    day: (isoDate: string) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(isoDate)),
    relative: (instant: Instant, now: Instant = Date.now()) => relative(locale, instant, now),
    bytes: (bytes: number) => byteText(bytes, plain),
    duration: (seconds: number) => durationText(seconds, plain),
  };
}

export type Formatter = ReturnType<typeof formatter>;

function relative(locale: string, instant: Instant, now: Instant): string {
  const seconds = (new Date(instant).getTime() - new Date(now).getTime()) / 1000;
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

type Plain = (options?: Intl.NumberFormatOptions) => Intl.NumberFormat;

function byteText(bytes: number, plain: Plain): string {
  const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const step = bytes < 1 ? 0 : Math.min(names.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = names[step] ?? 'byte';
  return plain({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(bytes / 1000 ** step);
}

function durationText(seconds: number, plain: Plain): string {
  const part = (value: number, unit: string, digits = 0) =>
    plain({ style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: digits }).format(value);
  if (seconds < 1) return part(Math.round(seconds * 1000), 'millisecond');
  if (seconds < 60) return part(seconds, 'second', 1);
  if (seconds < 3600) return `${part(Math.floor(seconds / 60), 'minute')} ${part(Math.round(seconds % 60), 'second')}`;
  return `${part(Math.floor(seconds / 3600), 'hour')} ${part(Math.floor((seconds % 3600) / 60), 'minute')}`;
}
