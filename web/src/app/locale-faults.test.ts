import { describe, expect, it } from 'vitest';
import { flatten, localeFaults, type Namespace } from './locale-faults';

function namespace(change: Partial<Namespace['texts']>, sameAsEnglish: string[] = []): Namespace {
  const texts = {
    en: { hello: 'Hello, {{name}}', people_one: '{{count}} person', people_other: '{{count}} people' },
    ru: {
      hello: 'Здравствуйте, {{name}}',
      people_one: '{{count}} человек',
      people_few: '{{count}} человека',
      people_many: '{{count}} человек',
      people_other: '{{count}} человека',
    },
    uk: {
      hello: 'Вітаємо, {{name}}',
      people_one: '{{count}} особа',
      people_few: '{{count}} особи',
      people_many: '{{count}} осіб',
      people_other: '{{count}} особи',
    },
    zh: { hello: '您好，{{name}}', people_other: '{{count}} 人' },
  };
  return { name: 'room', texts: { ...texts, ...change }, sameAsEnglish };
}

describe('the guard of the languages', () => {
  it('is content with four complete languages', () => {
    expect(localeFaults(namespace({}))).toEqual([]);
  });

  it('names a language that is absent', () => {
    expect(localeFaults(namespace({ uk: undefined }))).toEqual(['room: there is no uk.json']);
  });

  it('names a missing key, a missing plural form and a key too many', () => {
    const zh = { people_one: '{{count}} 人' };

    expect(localeFaults(namespace({ zh }))).toEqual([
      'room/zh: hello is missing',
      'room/zh: people_other is missing',
      'room/zh: people_one is not in English',
    ]);
  });

  it('names a text left in English, unless it is on the list', () => {
    const zh = { hello: 'Hello, {{name}}', people_other: '{{count}} 人' };

    expect(localeFaults(namespace({ zh }))).toEqual(['room/zh: hello is still English']);
    expect(localeFaults(namespace({ zh }, ['hello']))).toEqual([]);
  });

  it('names a lost placeholder', () => {
    const zh = { hello: '您好', people_other: '{{count}} 人' };

    expect(localeFaults(namespace({ zh }))).toEqual(['room/zh: hello has other placeholders than English']);
  });

  it('reads nested keys', () => {
    expect(flatten({ a: { b: 'x' }, c: 'y' })).toEqual({ 'a.b': 'x', c: 'y' });
  });
});
