import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the tracker beside the screens, as one plain script: an old browser of a shop's visitor has to read it. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2020',
    outDir: 'dist',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('../tracker/src/main.ts', import.meta.url)),
      output: { format: 'iife', entryFileNames: 'regulars.js' },
    },
  },
});
