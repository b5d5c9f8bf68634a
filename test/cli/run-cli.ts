// Runs the command line in this process and keeps what it prints.
import { main } from '../../src/cli/main.ts';

export interface CliAnswer {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export async function cli(args: readonly string[], env: Record<string, string> = {}): Promise<CliAnswer> {
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
  });
  return { exit, out, err };
}
