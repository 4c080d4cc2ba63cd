// `npm run bench [-- --json FILE]`. Plain JavaScript that any Node can read: an older one gets a sentence.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `The benchmarks need Node 24 or newer and found ${process.versions.node}. Use "npm run bench".`,
  );
  process.exitCode = 1;
} else {
  const { runBench } = await import('./run-bench.ts');
  process.exitCode = await runBench(process.argv.slice(2));
}
