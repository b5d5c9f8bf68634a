// One run of git, with all the programs that it starts: when it is over, none of them is left.
import { type ChildProcess, spawn } from 'node:child_process';

export interface GitAnswer {
  /** 0 when it went well; undefined when git could not be started or was ended. */
  readonly exit: number | undefined;
  readonly stdout: Buffer;
  /** To be looked at, never to be passed on. */
  readonly stderr: string;
  readonly trouble?: 'no-git' | 'timeout' | 'too-large' | undefined;
}

interface RunOptions {
  /** Where it runs. */
  readonly directory: string;
  readonly env: Record<string, string>;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly input: string | Buffer | undefined;
}

/** Bytes of an answer; what says more is ended. */
const MOST_OUTPUT = 8 * 1024 * 1024;

/** Resolves when git and what it started have closed their output, so that nothing writes to the directory any more. */
export function runGit(args: readonly string[], options: RunOptions): Promise<GitAnswer> {
  const { directory, env, signal, input } = options;
  // A group of its own, so that a fetch ends with all its helpers.
  const child = spawn('git', [...args], { cwd: directory, env, detached: process.platform !== 'win32' });
  const end = (): void => endGroup(child);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let bytes = 0;
  const keep = (kept: Buffer[]) => (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_OUTPUT) end();
    else kept.push(chunk);
  };
  child.stdout.on('data', keep(stdout));
  child.stderr.on('data', keep(stderr));
  // A child that ends early closes its input; how it ended tells why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  return new Promise((resolve) => {
    let missing = false;
    child.on('error', (error: NodeJS.ErrnoException) => {
      missing ||= error.code === 'ENOENT';
    });
    child.on('close', (code) => {
      signal.removeEventListener('abort', end);
      const exit = code === null || code < 0 || bytes > MOST_OUTPUT ? undefined : code;
      const trouble = signal.aborted ? 'timeout' : missing ? 'no-git' : undefined;
      resolve({ exit, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString(), trouble });
    });
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
