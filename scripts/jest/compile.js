// Before any test: bundles the tests that run with what they use. What several use goes into files of its own, so that a
// worker loads it once. Packages stay outside.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { RUN, folder, folderOf, root } from './compiled.cjs';
import { withoutDuty } from './without-duty.js';

const text = { '.yml': 'text', '.css': 'text', '.browser.js': 'text' };

export default async function compile(config) {
  removeLeftOvers();
  // In watch mode one process runs again and again, and loads no file of one name twice.
  process.env[RUN] = `${process.pid}-${Date.now()}`;
  await build({
    entryPoints: testFolders().flatMap(testsIn).filter(chosenBy(config)),
    outbase: root,
    outdir: folderOf(process.env[RUN]),
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    loader: text,
    logLevel: 'warning',
    plugins: withoutDuty(process.env.WITHOUT_DUTY),
  });
}

/** That of relcomms, and those of the packages beside it. */
function testFolders() {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'test'));
  return [join(root, 'test'), ...packages.filter((tests) => existsSync(tests))];
}

function testsIn(tests) {
  const files = readdirSync(tests, { recursive: true });
  return files.filter((file) => file.endsWith('.test.ts')).map((file) => join(tests, file));
}

/** What the patterns of the command line leave out need not be compiled; whatever else Jest chooses by is not known here. */
function chosenBy({ testPathPatterns, rootDir, runTestsByPath, findRelatedTests }) {
  if (runTestsByPath || findRelatedTests || !testPathPatterns.isSet()) return () => true;
  const executor = testPathPatterns.toExecutor({ rootDir });
  return (file) => executor.isMatch(file);
}

/** Folders of runs whose process is no more. */
function removeLeftOvers() {
  mkdirSync(folder, { recursive: true });
  for (const run of readdirSync(folder))
    if (!isRunning(Number.parseInt(run, 10))) rmSync(join(folder, run), { recursive: true, force: true });
}

function isRunning(pid) {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}
