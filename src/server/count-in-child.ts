// Counts the mails of a config in a process of its own, which knows no secret and has to be done in time.
import { type ExecFileException, execFile } from 'node:child_process';
import type { PersonMails } from '../config-check/mails.ts';
import type { CountMails } from './counted.ts';
import { readCounts } from './read-counts.ts';
import type { Known } from '../domain/known.ts';

/** Seconds that one config may take; a cycle of thirteen weeks takes about ten. */
const SECONDS = 60;

/** Megabytes of objects that it may hold: a config of a stranger is not to fill the machine. */
const MEGABYTES = 512;

/** Bytes of an answer. */
const MOST_BYTES = 256 * 1024;

export interface ChildOptions {
  /** Path of the built command line. */
  readonly cli: string;
  readonly seconds?: number;
}

/**
 * The text goes in by standard input, so no file is left behind. The environment is empty: neither the key of the App
 * nor its webhook secret is there to be read. It opens ports of the loopback interface only, as `simulate` does.
 */
export function countInChild({ cli, seconds = SECONDS }: ChildOptions): CountMails {
  const args = [`--max-old-space-size=${MEGABYTES}`, cli, 'simulate', '--config', '-', '--mails', '--json'];
  const limits = { timeout: seconds * 1000, killSignal: 'SIGKILL', maxBuffer: MOST_BYTES } as const;
  return (text, signal) =>
    new Promise((resolve) => {
      const child = execFile(process.execPath, args, { ...limits, env: {}, signal }, (error, out, err) =>
        resolve(error === null ? answerOf(out) : { known: false, why: whyOf(error, err, seconds) }),
      );
      // It may end before it has read everything; how it ended tells why.
      child.stdin?.on('error', () => {});
      child.stdin?.end(text);
    });
}

function answerOf(out: string): Known<readonly PersonMails[]> {
  const value = readCounts(out);
  return value === undefined
    ? { known: false, why: 'the answer of the simulation could not be read' }
    : { known: true, value };
}

function whyOf(error: ExecFileException, err: string, seconds: number): string {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'the answer of the simulation is too long';
  if (error.killed === true) return `the simulation takes longer than ${seconds} seconds`;
  // The command line refuses in a sentence of its own.
  const refusal = error.code === 2 ? err.split('\n')[0]?.replace(/\.$/, '') : undefined;
  return refusal ?? 'the simulation stopped with an error';
}
