import { defineConfig } from 'vite';

/**
 * The Node side: the Electron main process, the loopback host and the workers of reports and backups, each one entry.
 * Everything is bundled but the native database binding and Electron itself, so that the installed app
 * carries one native package and no tree of modules. Chunks lie beside the entries because code in them
 * finds its neighbours through `import.meta.url`.
 */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { target: 'node', noExternal: true, external: ['better-sqlite3', 'electron'] },
  build: {
    ssr: true,
    outDir: '../out/node',
    emptyOutDir: true,
    target: 'node20.18',
    minify: false,
    rolldownOptions: {
      input: {
        main: 'main/main.ts',
        host: 'host/host.ts',
        worker: 'reports/worker.ts',
        'backups-worker': 'backups/worker.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
