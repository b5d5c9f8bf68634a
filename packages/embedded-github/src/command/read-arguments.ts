// The arguments of the command.
import { parseArgs } from 'node:util';

export const USAGE = `Usage: embedded-github [--port N] [--seed FILE] [--json]

Opens a GitHub on this machine: REST, GraphQL and webhooks, for any App or Action. Nothing leaves the machine.

  --port N      the port (default 3000, 0 for a free one)
  --seed FILE   what it holds: repositories, people, issues and more, as YAML or JSON
  --json        print addresses and tokens as JSON, for programs
`;

export type Arguments =
  | { readonly kind: 'run'; readonly port: number; readonly file: string | undefined; readonly json: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const OPTIONS = {
  port: { type: 'string', default: '3000' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Never throws. */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help) return { kind: 'help' };
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    if (!(port <= 65_535))
      return { kind: 'wrong', message: `--port is "${values.port}"; write a number from 0 to 65535.` };
    return { kind: 'run', port, file: values.seed, json: values.json };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}
