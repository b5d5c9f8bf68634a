// Runs the command line in this process and keeps what it prints.
import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

export interface CliAnswer {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** `typed` are the lines that somebody at the terminal types; absent: nobody is there. */
export async function cli(
  args: readonly string[],
  env: Record<string, string> = {},
  typed?: readonly string[],
): Promise<CliAnswer> {
  let out = '';
  let err = '';
  const exit = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env,
    startApp: async (file) => {
      out += `The App starts with ${file}\n`;
      return 0;
    },
    ...(typed === undefined ? {} : { input: Readable.from(typed.map((line) => `${line}\n`)) }),
  });
  return { exit, out, err };
}
