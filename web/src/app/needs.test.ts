import { describe, expect, it } from 'vitest';
import { registry } from './features';

/** What whoever is signed in may see. */
const forEverybody = ['/settings/account'];

describe('the rights that screens need', () => {
  it('are said by every screen and every entry of the navigation', () => {
    const silent = [
      ...registry.routes.filter(({ need }) => need === undefined).map(({ path }) => path),
      ...registry.navigation.filter(({ need }) => need === undefined).map(({ href }) => href),
    ].filter((address) => !forEverybody.includes(address));

    expect(silent, "add need: '<right>' beside the address in routes.tsx").toEqual([]);
  });
});
