// `npm start`. Plain JavaScript that any Node can read: an older one gets a sentence instead of a crash.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Regulars needs Node 24 or newer and found ${process.versions.node}. Run "npm ci" and then "npm start": they bring their own.`,
  );
  process.exitCode = 1;
} else {
  const { launch } = await import('./launch.ts');
  const code = await launch(process.argv.slice(2));
  // The host started in this process sets its own code when it is asked to stop.
  if (code !== null) process.exitCode = code;
}
