import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asLanguage } from '@/shared/lib/languages';
import { flatten, localeFaults, type Namespace } from './locale-faults';

const features = readdirSync('src/features').map((name) => join('src/features', name));
const folders = ['src/app', 'src/shared', ...features];

function json(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function read(folder: string): Namespace {
  const files = existsSync(join(folder, 'locales')) ? readdirSync(join(folder, 'locales')) : [];
  const same = join(folder, 'same-as-english.json');
  return {
    name: folder.split('/').at(-1) ?? folder,
    texts: Object.fromEntries(
      files.map((file) => [asLanguage(file.slice(0, 2)), flatten(json(join(folder, 'locales', file)))]),
    ),
    sameAsEnglish: existsSync(same) ? json(same) : [],
  };
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** `t('a.b')` in a file that says `useTranslation('room')`, and full keys such as `'room:a.b'`. */
function usedKeys(source: string): string[] {
  const namespace = /useTranslation\(\[?'(\w+)'/.exec(source)?.[1];
  const own = namespace ? [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => `${namespace}:${key}`) : [];
  const full = [...source.matchAll(/(?:label: |\bt\(\s*)'(\w+:[\w.-]+)'/g)].map(([, key]) => key ?? '');
  return [...own, ...full];
}

const namespaces = folders.map(read);
const known = new Set(namespaces.flatMap(({ name, texts }) => Object.keys(texts.en ?? {}).map((key) => `${name}:${key}`)));

describe.each(folders)('%s', (folder) => {
  it('speaks four languages completely', () => {
    expect(localeFaults(read(folder))).toEqual([]);
  });

  it('uses only texts that exist', () => {
    const unknown = sources(folder)
      .flatMap(usedKeys)
      .filter((key) => !known.has(key) && !known.has(`${key}_other`));

    expect(unknown).toEqual([]);
  });
});
