// A process that says a few lines and is killed after them: what it says is bounded, and nothing of it is trusted.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { MOST_CHARACTERS, type Said, readSaid } from './messages.ts';

/** A line that could be read, or how there is none: not in time, no memory left, an end before it, no sense in it. */
export type Spoken = Said | 'late' | 'memory' | 'ended' | 'garbled';

export interface Speaker {
  readonly tell: (line: string) => void;
  /** The next thing that it says, for which it has so many seconds. */
  readonly hear: (seconds: number) => Promise<Spoken>;
  readonly end: () => void;
}

export interface SpeakerOptions {
  readonly program: string;
  readonly megabytes: number;
  /** Of the config that it speaks about. */
  readonly path: string;
  readonly stop?: AbortSignal | undefined;
}

/** Characters of its last words that are kept. */
const LAST_WORDS = 4000;

/** Its environment is empty, and everything else that the machine does goes first. */
export function startSpeaker({ program, megabytes, path, stop }: SpeakerOptions): Speaker {
  const args = [`--max-old-space-size=${megabytes}`, program];
  const child = spawn(process.execPath, args, { env: {}, stdio: 'pipe' });
  const end = (): void => void child.kill('SIGKILL');
  stop?.addEventListener('abort', end);
  const said = listen(child, path, () => stop?.removeEventListener('abort', end));
  if (stop?.aborted === true) end();
  giveWay(child);
  // It may end before it has read everything; how it ended tells why.
  child.stdin.on('error', () => {});
  return {
    tell: (line) => void child.stdin.write(line),
    hear: async (seconds) => {
      const late = new AbortController();
      const timeOut = sleep(seconds * 1000, 'late' as const, { signal: late.signal });
      try {
        return await Promise.race([said(), timeOut]);
      } finally {
        late.abort();
        timeOut.catch(() => {});
      }
    },
    end,
  };
}

/** What it says, in turn; how it ended, once it has. */
function listen(
  child: ChildProcessWithoutNullStreams,
  path: string,
  onEnd: () => void,
): () => Promise<Spoken> {
  const heard: Spoken[] = [];
  let waiting: ((spoken: Spoken) => void) | undefined;
  let ending: Spoken | undefined;
  let [words, lastWords] = ['', ''];
  const give = (spoken: Spoken): void => {
    if (waiting === undefined) heard.push(spoken);
    else waiting(spoken);
    waiting = undefined;
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (words + text).split('\n');
    words = lines.pop() ?? '';
    // It says three lines at most.
    const isTooMuch = words.length > MOST_CHARACTERS || lines.length + heard.length > 3;
    for (const line of isTooMuch ? [''] : lines) give(readSaid(line, path) ?? 'garbled');
    if (isTooMuch) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS);
  });
  const close = (): void => {
    ending ??= lastWords.includes('heap out of memory') ? 'memory' : 'ended';
    if (waiting !== undefined) give(ending);
    onEnd();
  };
  child.once('error', close).once('close', close);
  return () => {
    const next = heard.shift() ?? ending;
    return next === undefined ? new Promise((resolve) => (waiting = resolve)) : Promise.resolve(next);
  };
}

function giveWay({ pid }: ChildProcessWithoutNullStreams): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system has no such thing.
  }
}
