/**
 * Entry of the loopback host (built to out/node/host.js). The rest is loaded only when the run time can
 * bear it: the database binding crashes an older Node instead of failing.
 */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Regulars needs Node 24 or newer; this is Node ${process.versions.node}. Use "npm start".\n`,
  );
  process.exitCode = 1;
} else {
  const { runHost } = await import('./run-host.ts');
  process.exitCode = await runHost(process.argv.slice(2), {
    rendererDir: new URL('../renderer/', import.meta.url),
    workerUrl: new URL('./worker.js', import.meta.url),
    backupsWorkerUrl: new URL('./backups-worker.js', import.meta.url),
  });
}
