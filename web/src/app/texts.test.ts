import { describe, expect, it } from 'vitest';
import { languages } from '@/shared/lib/languages';
import { loadTexts } from './texts';

describe('the texts of a language', () => {
  it.each(languages)('hold the app, what is shared and the features: $name', async ({ code }) => {
    expect(Object.keys(await loadTexts(code))).toEqual(expect.arrayContaining(['app', 'shared', 'access']));
  });
});
