// Keeps what this process prints while it is at the most talkative level, through the console or straight to its streams.
import { inspect } from 'node:util';

export interface CapturedOutput {
  /** Ends the capture and answers everything that was printed. */
  end(): string;
}

const CONSOLE = ['log', 'debug', 'info', 'warn', 'error', 'trace'] as const;

export function captureOutput(): CapturedOutput {
  const printed: string[] = [];
  const undo = [
    replaced(process.stdout, 'write', (text: string | Uint8Array) => printed.push(String(text)) > 0),
    replaced(process.stderr, 'write', (text: string | Uint8Array) => printed.push(String(text)) > 0),
    ...CONSOLE.map((name) =>
      replaced(console, name, (...words: unknown[]) => {
        printed.push(inspect(words, { depth: 9 }));
      }),
    ),
  ];
  const level = process.env['LOG_LEVEL'];
  process.env['LOG_LEVEL'] = 'trace';
  return {
    end() {
      for (const one of undo) one();
      if (level === undefined) delete process.env['LOG_LEVEL'];
      else process.env['LOG_LEVEL'] = level;
      return printed.join('');
    },
  };
}

function replaced<T extends object, K extends keyof T>(target: T, name: K, by: T[K]): () => void {
  const before = target[name];
  target[name] = by;
  return () => {
    target[name] = before;
  };
}
