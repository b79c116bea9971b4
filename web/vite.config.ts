import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.REGULARS_DEV_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': server, '/health': server, '/u': server, '/t': server },
  },
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0, // no data: addresses, so that the page needs nothing beyond default-src 'self'
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/app/test-setup.ts'],
    isolate: false, // starting a document and all imports anew for each file took three quarters of the time
    restoreMocks: true,
    testTimeout: 45_000,
  },
});
