import { choiceName, eventName, propertyName } from './event-names';
import { tested, windowPhrase, type Words } from './rule-sentence';
import { typeOfEventMeasure, type EventFilter, type EventsRule, type SequenceRule, type SequenceStep } from './rules';

export function eventsPhrase({ events, measure, property, check, window }: EventsRule, words: Words): string {
  const { t } = words;
  const none = measure === 'COUNT' && ['IS', 'AT_MOST'].includes(check.operator) && check.values[0] === '0';
  const type = eventName(events.type, words);
  const figure = none
    ? t('sentence.events.none', { type })
    : tested(t(`sentence.events.${measure}`, { type, property: property || '…' }), check, typeOfEventMeasure(measure), words);
  const when = isEver(window) ? '' : windowPhrase(window, words);
  return withTests(when ? t('sentence.orders.inWindow', { figure, window: when }) : figure, events, words);
}

export function sequencePhrase({ steps, lastMissing, window }: SequenceRule, words: Words): string {
  const { t } = words;
  const said = steps.map((step, index) => {
    const what = stepPhrase(step, words);
    if (index === 0) {
      const first = t('sentence.sequence.first', { what });
      return isEver(window) ? first : t('sentence.orders.inWindow', { figure: first, window: windowPhrase(window, words) });
    }
    const missing = lastMissing && index === steps.length - 1;
    const within = step.withinMinutes ? withinPhrase(step.withinMinutes, words) : t('sentence.within.ever');
    return t(missing ? 'sentence.sequence.missing' : 'sentence.sequence.then', { what, within });
  });
  return said.join(t('sentence.sequence.join'));
}

/** The largest unit that says it in whole numbers. */
export function inUnit(minutes: number): { count: number; unit: 'minutes' | 'hours' | 'days' } {
  if (minutes % 1440 === 0) return { count: minutes / 1440, unit: 'days' };
  return minutes % 60 === 0 ? { count: minutes / 60, unit: 'hours' } : { count: minutes, unit: 'minutes' };
}

function withinPhrase(minutes: number, { t }: Words): string {
  const { count, unit } = inUnit(minutes);
  return t(`sentence.within.${unit}`, { count });
}

function stepPhrase({ events }: SequenceStep, words: Words): string {
  if (!events) return words.t('sentence.sequence.order');
  return withTests(words.t('sentence.quoted', { value: eventName(events.type, words) }), events, words);
}

function withTests(said: string, { type: event, where }: EventFilter, words: Words): string {
  if (where.length === 0) return said;
  const tests = where.map(({ property, type, check }) => {
    const values = check.values.map((value) => choiceName(event, property, value, words));
    return tested(propertyName(event, property, words), { ...check, values }, type, words);
  });
  return words.t('sentence.events.where', { said, tests: tests.join(words.t('sentence.and')) });
}

function isEver({ days, from, to }: EventsRule['window']): boolean {
  return days == null && !from && !to;
}
