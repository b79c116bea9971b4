import { expect, test } from 'vitest';
import { type Segment } from './segments';
import { retagged, sharedTags } from './shelf';

const segment = (id: string, ...tags: string[]) => ({ id, tags, folder: 'A' }) as unknown as Segment;

test('tags of several: what all had is replaced, what one had alone stays', () => {
  const chosen = [segment('1', 'winter', 'test'), segment('2', 'winter')];

  expect(sharedTags(chosen)).toEqual(['winter']);
  expect(retagged(chosen, ['spring'])).toEqual([
    { id: '1', folder: 'A', tags: ['test', 'spring'] },
    { id: '2', folder: 'A', tags: ['spring'] },
  ]);
});
