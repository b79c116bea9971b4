import i18next from 'i18next';
import { expect, it } from 'vitest';
import { speak, startTexts } from './i18n';

it('writes a number inside a text as the language writes numbers, and words as they are', async () => {
  await startTexts('en', async () => ({ shared: { found: 'Found: {{count}}', said: 'It said {{value}}' } }));
  expect(i18next.t('found', { count: 5994 })).toBe('Found: 5,994');
  expect(i18next.t('said', { value: '5994' })).toBe('It said 5994');
  await speak('ru');
  expect(i18next.t('found', { count: 1_234_567 })).toMatch(/^Found: 1\s234\s567$/u);
});
