import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The bundle is part of the package: no hashes that change with the machine, nothing inlined (the page's policy
// forbids it), one file a screen so that the first page stays small.
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: '../src/sumber/serve/static',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8180' } },
});
