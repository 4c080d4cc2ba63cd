// `npm test`. Plain JavaScript that any Node can read: an older one gets a sentence instead of a crash.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`The tests need Node 24 or newer and found ${process.versions.node}. Use "npm test".`);
  process.exitCode = 1;
} else {
  const { runEverything } = await import('./run-everything.ts');
  process.exitCode = await runEverything();
}
