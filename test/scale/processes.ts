// Receivers and workers as real processes, with what their logs say of runs.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';

/** One run, by the log of its worker; times in milliseconds since 1970. */
export interface LoggedRun {
  readonly repository: string;
  readonly begun: number;
  readonly waited: number;
  /** Undefined when it did not come to its end. */
  ended: number | undefined;
}

export interface Member {
  readonly role: 'receiver' | 'worker';
  readonly url: string;
  readonly pid: number;
  readonly runs: LoggedRun[];
  /** Lines of warnings and errors. */
  readonly trouble: string[];
  kill(): Promise<void>;
}

interface Line {
  readonly level?: number;
  readonly time?: number;
  readonly repository?: string;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

export async function startMember(
  github: EmbeddedGitHub,
  redisUrl: string,
  role: Member['role'],
): Promise<Member> {
  const child = spawn(process.execPath, [resolve('dist/app/index.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      APP_ID: String(github.app.id),
      PRIVATE_KEY: github.app.privateKey,
      WEBHOOK_SECRET: github.app.webhookSecret,
      GITHUB_URL: github.url,
      REDIS_URL: redisUrl,
      ROLE: role,
      RELCOMMS_PAUSES: 'none',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'debug',
    },
  });
  const runs: LoggedRun[] = [];
  const trouble: string[] = [];
  const url = await new Promise<string>((listening, reject) => {
    let rest = '';
    child.once('exit', (code) => reject(new Error(`a ${role} ended with ${code}`)));
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        const address = /listens on (\S+)/.exec(text)?.[1];
        if (address !== undefined) listening(address);
        if (text.startsWith('{')) note(JSON.parse(text) as Line, runs, trouble);
      }
    });
  });
  return { role, url, pid: child.pid ?? 0, runs, trouble, kill: () => killed(child) };
}

function note(
  { level = 0, time = 0, repository = '', msg = '', err }: Line,
  runs: LoggedRun[],
  trouble: string[],
): void {
  const waited = /^the run begins after (\d+) ms$/.exec(msg)?.[1];
  if (waited !== undefined) runs.push({ repository, begun: time, waited: Number(waited), ended: undefined });
  const open = runs.findLast((run) => run.repository === repository);
  if (msg === 'the run is over' && open !== undefined) open.ended = time;
  if (level >= 40) trouble.push(`${repository} ${msg}: ${err?.message ?? ''}`);
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
