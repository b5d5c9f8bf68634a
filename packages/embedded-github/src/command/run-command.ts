// Reads a seed file, starts the embedded GitHub for a person at a terminal, and says what to give to an App.
import { readFile } from 'node:fs/promises';
import { type SeedProblem, readSeed } from '../seed-file/read-seed.ts';
import { DEFAULT_SEED } from './default-seed.ts';
import { type Served, serveSeed } from './serve-seed.ts';

export interface CommandOptions {
  /** Path of the seed file; undefined for a small world of its own. */
  readonly file: string | undefined;
  /** 0 is a free one. */
  readonly port: number;
  /** Print JSON for programs. */
  readonly json: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * The exit code of a failure that has been told: 1 for a seed that can't be used, 2 for one that can't be read;
 * 0 while it runs. It ends with SIGINT and SIGTERM.
 */
export async function runCommand({ file, port, json, out, err }: CommandOptions): Promise<number> {
  const text = file === undefined ? DEFAULT_SEED : await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    err(`${file} is not there, or can't be read. Give the path of a seed with --seed FILE.\n`);
    return 2;
  }
  const read = readSeed(text);
  if (!read.ok) {
    err(
      `${read.problems.map((problem) => line(file ?? 'the seed', problem)).join('')}\nThe seed can't be used.\n`,
    );
    return 1;
  }
  let running: Served;
  try {
    running = await serveSeed(read.seed, { port });
  } catch (error) {
    err(`It can't be started: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  out(json ? `${JSON.stringify(running, undefined, 2)}\n` : words(running));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close());
  return 0;
}

function line(file: string, { line: row, column, message, mend }: SeedProblem): string {
  return `${file}:${row}:${column}  ${message}\n  ${mend}\n`;
}

function words({ url, api, graphql, tokens, app }: Served): string {
  const width = Math.max(...Object.keys(tokens).map((login) => login.length));
  return [
    `The embedded GitHub is open: ${url}`,
    'Nothing leaves this machine. Stop it with Ctrl+C.',
    '',
    `REST      ${api}`,
    `GraphQL   ${graphql}`,
    '',
    `The App ${app.slug}:`,
    `  APP_ID           ${app.id}`,
    `  installation     ${app.installation}`,
    `  PRIVATE_KEY_PATH ${app.privateKeyFile}`,
    `  WEBHOOK_SECRET   ${app.webhookSecret}`,
    `  webhooks go to   ${app.webhook ?? 'nowhere: the seed gives no app.webhook'}`,
    '',
    'Tokens:',
    ...Object.entries(tokens).map(([login, token]) => `  ${login.padEnd(width)} ${token}`),
    '',
  ].join('\n');
}
