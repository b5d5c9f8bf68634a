// Reads a wiki's objects by one program of git that stays, however often somebody looks.
import { spawn } from 'node:child_process';

export interface WikiObject {
  readonly id: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface ObjectReader {
  /** `master^{tree}`; undefined when there is no such object. Rejects when git ends before it has answered. */
  readonly read: (name: string) => Promise<WikiObject | undefined>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (found: WikiObject | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** It sees what comes later, too: git looks names up when they are asked for. */
export function startReader(env: NodeJS.ProcessEnv): ObjectReader {
  const child = spawn('git', ['cat-file', '--batch'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting: Waiting[] = [];
  let kept = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]);
    for (let answer = answerIn(kept); answer !== undefined; answer = answerIn(kept)) {
      kept = kept.subarray(answer.length);
      waiting.shift()?.resolve(answer.found);
    }
  });
  const fail = (): void => {
    for (const { reject } of waiting.splice(0)) reject(new Error('git ended before it had answered'));
  };
  child.on('error', fail);
  child.on('close', fail);
  // What is written to a program that has ended is answered by its end.
  child.stdin.on('error', () => {});
  return {
    read: (name) =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null || child.signalCode !== null)
          return reject(new Error('git ended before it was asked'));
        waiting.push({ resolve, reject });
        child.stdin.write(`${name}\n`);
      }),
    close: () => child.stdin.end(),
  };
}

/** `ID TYPE SIZE`, a line end, the content, a line end; `NAME missing` for what there is not. Undefined: it is not all there yet. */
function answerIn(
  bytes: Buffer,
): { readonly found: WikiObject | undefined; readonly length: number } | undefined {
  const end = bytes.indexOf('\n');
  if (end < 0) return undefined;
  const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(bytes.toString('latin1', 0, end)) ?? [];
  if (id === undefined || type === undefined) return { found: undefined, length: end + 1 };
  const last = end + 1 + Number(size);
  if (bytes.length <= last) return undefined;
  return { found: { id, type, content: bytes.subarray(end + 1, last) }, length: last + 1 };
}
