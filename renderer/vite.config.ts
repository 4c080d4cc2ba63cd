import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

/**
 * The screens. Files are served from the root of `app://regulars/` and of the loopback host alike. Nothing
 * is inlined as a data address but what the content policy allows, which for fonts and scripts is nothing.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // Every start would carry the list of what each screen needs; from the own disk nothing is gained by knowing it before.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, dependencies) => dependencies.filter((name) => name.endsWith('.css')),
    },
    chunkSizeWarningLimit: 700,
  },
});
