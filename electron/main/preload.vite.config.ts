import { defineConfig } from 'vite';

/** The preload: a sandboxed one must be a single CommonJS file. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: '../../out/preload',
    emptyOutDir: true,
    target: 'chrome130',
    minify: false,
    rolldownOptions: {
      input: { preload: 'preload.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
});
