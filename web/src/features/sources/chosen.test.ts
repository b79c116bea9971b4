import { describe, expect, it } from 'vitest';
import { chosenIn } from './chosen';

describe('the files in the address', () => {
  it('come back as they were written', () => {
    const files = [{ id: 'a', asked: {} }, { id: 'b', asked: { encoding: 'KOI8-R', headerLine: '2' } }];
    expect(chosenIn(JSON.stringify(files))).toEqual(files);
  });

  it('are none when somebody has written something else there', () => {
    expect(chosenIn('{"id":')).toEqual([]);
    expect(chosenIn('{"id":"a"}')).toEqual([]);
    expect(chosenIn('[{"name":"a"}]')).toEqual([]);
    expect(chosenIn(undefined)).toEqual([]);
  });
});
