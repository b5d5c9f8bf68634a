// Asks whoever sits at the terminal.
import { createInterface } from 'node:readline/promises';
import type { Io } from './command.ts';

export interface Question {
  /** The answer without blanks around it; `preset` when nothing was typed. Undefined at the end of the input. */
  (text: string, preset?: string): Promise<string | undefined>;
  agrees(text: string): Promise<boolean>;
  end(): void;
}

/** Undefined where nobody can answer. */
export function askFor(io: Io): Question | undefined {
  if (io.input === undefined) return undefined;
  const terminal = createInterface({ input: io.input });
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (text: string, preset?: string): Promise<string | undefined> => {
    io.out(`${text}${preset === undefined ? '' : ` [${preset}]`}: `);
    const { value, done } = await lines.next();
    if (done === true) return undefined;
    const answer = value.trim();
    return answer === '' ? preset : answer;
  };
  return Object.assign(ask, {
    agrees: async (text: string) => /^y(?:es)?$/i.test((await ask(`${text} (yes or no)`, 'yes')) ?? 'no'),
    end: () => terminal.close(),
  });
}
