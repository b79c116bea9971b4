import { type Words } from './rule-sentence';
import { type Vocabulary } from './rules';

/** Kinds of events that the product keeps itself. */
export const knownEvents = ['message.sent', 'message.opened', 'message.clicked'] as const;
export type KnownEvent = (typeof knownEvents)[number];

export const isKnownEvent = (type: string): type is KnownEvent => (knownEvents as readonly string[]).includes(type);

/** Dots part the keys of texts. */
const keys = { 'message.sent': 'sent', 'message.opened': 'opened', 'message.clicked': 'clicked' } as const;

export function eventName(type: string, { t }: Words): string {
  return isKnownEvent(type) ? t(`event.${keys[type]}`) : type || '…';
}

export function propertiesOf(type: string, { vocabulary }: Words): Vocabulary['events'][number]['properties'] {
  return vocabulary?.events.find((event) => event.type === type)?.properties ?? [];
}

export function propertyName(type: string, name: string, { t }: Words): string {
  if (!isKnownEvent(type)) return name || '…';
  return name === 'campaign' || name === 'channel' || name === 'url' ? t(`eventProperty.${name}`) : name;
}

/** What a value of a property is called. */
export function choiceName(type: string, property: string, value: string, words: Words): string {
  const known = propertiesOf(type, words).find(({ name }) => name === property);
  return known?.choices.find(({ code }) => code === value)?.name ?? value;
}
