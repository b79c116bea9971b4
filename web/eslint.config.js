import { readdirSync } from 'node:fs';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// ESLint guards two things only, the import zones and untranslated text; oxlint does the rest.
const features = readdirSync('src/features');
const remedy = 'Text goes through t(): put it into the locales/{en,ru,uk,zh}.json of this feature.';
const words = '/\\p{L}{2,}/u';
const spoken = '/^(label|title|placeholder|description|alt|aria-label|aria-description|nothingFound)$/';

export default [
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/shared/api/schema.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })] },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            { target: './src/shared', from: ['./src/features', './src/app'], message: 'shared knows no feature.' },
            { target: './src/features', from: './src/app', message: 'Features are composed by the app, not the reverse.' },
            ...features.map((name) => ({
              target: `./src/features/${name}`,
              from: './src/features',
              except: [`./${name}`],
              message: 'Features never import each other: link by URL, or move what is common to shared.',
            })),
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.tsx'],
    ignores: ['src/**/*.test.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `JSXText[value=${words}]`, message: remedy },
        { selector: `JSXAttribute[name.name=${spoken}] > Literal[value=${words}]`, message: remedy },
        { selector: `JSXExpressionContainer > Literal[value=${words}]`, message: remedy },
        { selector: `JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${words}]`, message: remedy },
      ],
    },
  },
];
