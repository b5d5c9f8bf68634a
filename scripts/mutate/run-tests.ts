// Runs test files in a copy of the project until the first of them fails, for a limited time.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export type Tested =
  | { readonly kind: 'passed' }
  /** The file that failed first, and of it the first test. */
  | { readonly kind: 'failed'; readonly file: string; readonly test: string }
  | { readonly kind: 'too-long' };

const written = z.object({ file: z.string(), test: z.string() });

const JEST = [
  join('node_modules', 'jest', 'bin', 'jest.js'),
  // A list takes in what comes behind it, so it is not the last.
  '--reporters=./scripts/mutate/first-failure.cjs',
  '--bail',
  '--cacheDirectory=.cache/jest',
  '--maxWorkers=2',
];

/** `patience` in seconds. */
export async function runTests(copy: string, tests: readonly string[], patience: number): Promise<Tested> {
  const result = join(copy, '.cache', 'first-failure.json');
  rmSync(result, { force: true });
  const patterns = tests.map((test) => `/${test.replaceAll('.', '\\.')}$`);
  const status = await endOf(copy, [...JEST, ...patterns], patience, { RELCOMMS_FIRST_FAILURE: result });
  if (status === 'too-long') return { kind: 'too-long' };
  if (status === 0) return { kind: 'passed' };
  if (!existsSync(result)) throw new Error(`could not be run: ${tests.join(', ')}`);
  return { kind: 'failed', ...written.parse(JSON.parse(readFileSync(result, 'utf8'))) };
}

/** Whether the types hold; nobody could leave a fault that the compiler names. `patience` in seconds. */
export async function runTypes(copy: string, patience: number): Promise<Tested> {
  const status = await endOf(copy, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'], patience);
  if (status === 'too-long') return { kind: 'too-long' };
  return status === 0 ? { kind: 'passed' } : { kind: 'failed', file: '', test: 'types' };
}

/** The exit code. Workers belong to the group of the process: one that loops ends with it, whatever ended first. */
function endOf(
  cwd: string,
  args: readonly string[],
  patience: number,
  more: Readonly<Record<string, string>> = {},
): Promise<number | null | 'too-long'> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...more };
    const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: 'ignore' });
    const end = (): void => endGroup(child.pid);
    const timer = setTimeout(() => {
      end();
      resolve('too-long');
    }, patience * 1000);
    // Before the copy is taken away.
    process.prependOnceListener('exit', end);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      process.off('exit', end);
      end();
      resolve(code);
    });
  });
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
