// Reads a seed file, starts the embedded GitHub for a person at a terminal, and says what to give to an App.
import { readFile } from 'node:fs/promises';
import { formatProblems } from '../src/config/format-problems.ts';
import { readSeed } from './seed-file/read-seed.ts';
import { type GitHubOnly, startGitHubOnly } from './start-github-only.ts';

export interface GitHubOnlyOptions {
  /** Path of the seed file. */
  readonly file: string;
  readonly port: number;
  /** Print JSON for programs. */
  readonly json: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The exit code of a failure that has been told; 0 while it runs. */
export async function runGitHubOnly({ file, port, json, out, err }: GitHubOnlyOptions): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    err(`${file} is not there, or can't be read. Give the path of a seed with --seed FILE.\n`);
    return 2;
  }
  const read = readSeed(text);
  if (!read.ok) {
    err(`${formatProblems(read.problems, file)}\nThe seed can't be used. docs/sandbox.md describes it.\n`);
    return 1;
  }
  let running: GitHubOnly;
  try {
    running = await startGitHubOnly(read.seed, { port });
  } catch (error) {
    err(`It can't be started: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  out(json ? `${JSON.stringify(running, undefined, 2)}\n` : words(running));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close());
  return 0;
}

function words({ url, api, graphql, tokens, app }: GitHubOnly): string {
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
