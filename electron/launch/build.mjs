// `npm run build [-- --force]`. Plain JavaScript that any Node can read: see start.mjs.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`The build needs Node 24 or newer and found ${process.versions.node}. Use "npm run build".`);
  process.exitCode = 1;
} else {
  const { buildMissing } = await import('./build-missing.ts');
  try {
    const built = await buildMissing({ force: process.argv.includes('--force'), say: console.log });
    if (built.length === 0) console.log('Everything is built.');
  } catch (error) {
    console.error(`The build failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
