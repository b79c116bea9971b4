import { labelOf, type Words } from './rule-sentence';
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

export function propertiesOf(type: string, words: Words): Vocabulary['events'][number]['properties'] {
  const properties = words.vocabulary?.events.find((event) => event.type === type)?.properties ?? [];
  if (!isKnownEvent(type)) return properties;
  return properties.map((property) => (property.name === 'purpose' ? { ...property, choices: purposes(words) } : property));
}

function purposes({ vocabulary, language }: Words) {
  return (vocabulary?.purposes ?? []).map(({ code, name }) => ({ code, name: labelOf(name, code, language) }));
}

const knownProperties = ['campaign', 'channel', 'purpose', 'url'] as const;
const isKnownProperty = (name: string): name is (typeof knownProperties)[number] =>
  (knownProperties as readonly string[]).includes(name);

export function propertyName(type: string, name: string, { t }: Words): string {
  if (!isKnownEvent(type)) return name || '…';
  return isKnownProperty(name) ? t(`eventProperty.${name}`) : name;
}

/** What a value of a property is called. */
export function choiceName(type: string, property: string, value: string, words: Words): string {
  const known = propertiesOf(type, words).find(({ name }) => name === property);
  return known?.choices.find(({ code }) => code === value)?.name ?? value;
}
