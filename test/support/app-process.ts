// The App as people start it: the built program in a process of its own, with what it uses and what it logs.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';

export interface AppProcess {
  readonly url: string;
  /** Everything that it wrote to both of its outputs. */
  readonly log: () => string;
  /** Megabytes that it holds now, and the most that it ever held. */
  readonly memory: () => { readonly now: number; readonly most: number };
  /** Asks it to end; the milliseconds that it took. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number>;
}

export async function startAppProcess(
  github: EmbeddedGitHub,
  more: Readonly<Record<string, string>> = {},
  node: readonly string[] = [],
  /** The program of another place than this one's `dist`. */
  program = resolve('dist/app/index.js'),
): Promise<AppProcess> {
  const child = spawn(process.execPath, [...node, program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      APP_ID: String(github.app.id),
      PRIVATE_KEY: github.app.privateKey,
      WEBHOOK_SECRET: github.app.webhookSecret,
      GHE_HOST: new URL(github.url).host,
      GHE_PROTOCOL: 'http',
      RELCOMMS_PAUSES: 'none',
      HOST: '0.0.0.0',
      PORT: '0',
      LOG_LEVEL: 'info',
      ...more,
    },
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => written.push(part));
  const port = await portOf(child, written);
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => written.join(''),
    memory: () => memoryOf(child.pid ?? 0),
    end: async (signal = 'SIGTERM') => {
      const begin = performance.now();
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      }
      return performance.now() - begin;
    },
  };
}

function portOf(child: ChildProcess, written: readonly string[]): Promise<string> {
  return new Promise((done, reject) => {
    child.once('exit', (code) => reject(new Error(`the App ended with ${code}: ${written.join('')}`)));
    child.stdout?.on('data', () => {
      const port = /listens on http:\/\/[^:]+:(\d+)/.exec(written.join(''))?.[1];
      if (port !== undefined) done(port);
    });
  });
}

/** As Linux counts it. */
function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
