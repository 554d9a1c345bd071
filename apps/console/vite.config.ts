// Builds the console to dist/console, which the server serves; in development, passes the API on to a running server.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
  server: { port: 8121, proxy: { '/v1': 'http://127.0.0.1:8120', '/openapi.json': 'http://127.0.0.1:8120' } },
});
