// Starts the bundled Action as a runner does: variables in, files out.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readManifest } from './action-manifest.ts';

export interface BundleOptions {
  /** Root of the API; GraphQL is beside it. */
  readonly apiUrl: string;
  readonly token: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run it with; default: `NODE`. */
  readonly node?: string;
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  /** The script to start; default: the entry that action.yml names. */
  readonly script?: string;
}

export interface BundleRun {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Text of the file that the output `plan` names. */
  readonly plan: string | undefined;
}

/** The Node to run it with: the one that NODE24 names, or this one. */
export const NODE = process.env['NODE24'] ?? process.execPath;

const FILES = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', GITHUB_ENV: 'env' } as const;

/** One run to its end. The runner sets every input, with its default when the workflow gives none. */
export async function runBundle(options: BundleOptions): Promise<BundleRun> {
  const folder = await mkdtemp(join(tmpdir(), 'relcomms-action-'));
  const files = Object.entries(FILES).map(([name, file]) => [name, join(folder, file)] as const);
  try {
    await Promise.all(files.map(([, file]) => writeFile(file, '')));
    await writeFile(join(folder, 'event.json'), JSON.stringify({ schedule: '17 6 * * *' }));
    const ended = await start(options, { ...environment(options, folder), ...Object.fromEntries(files) });
    const outputs = readOutputs(await readFile(join(folder, FILES.GITHUB_OUTPUT), 'utf8'));
    const plan = outputs['plan'];
    return {
      ...ended,
      summary: await readFile(join(folder, FILES.GITHUB_STEP_SUMMARY), 'utf8'),
      outputs,
      plan: plan === undefined ? undefined : await readFile(plan, 'utf8'),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Nothing of our own environment but PATH: a runner has none of it. */
function environment({ apiUrl, token, inputs, env }: BundleOptions, folder: string): Record<string, string> {
  const defaults = Object.entries(readManifest().inputs).map(([name, input]) => [name, input.default ?? '']);
  const given: Record<string, string> = { ...Object.fromEntries(defaults), ...inputs };
  const variables = Object.entries(given).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value.replaceAll('${{ github.token }}', token),
  ]);
  return {
    PATH: process.env['PATH'] ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/demo',
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_SERVER_URL: 'http://127.0.0.1',
    GITHUB_API_URL: `${apiUrl}/api/v3`,
    GITHUB_GRAPHQL_URL: `${apiUrl}/api/graphql`,
    RUNNER_TEMP: folder,
    RELCOMMS_PAUSES: 'none',
    RELCOMMS_PRIVATE_PAGES: 'yes',
    ...Object.fromEntries(variables),
    ...env,
  };
}

function start(
  { node = NODE, nodeOptions = [], script }: BundleOptions,
  env: Record<string, string>,
): Promise<Pick<BundleRun, 'exit' | 'stdout' | 'stderr'>> {
  const entry = resolve(script ?? readManifest().runs.main);
  const child = spawn(node, [...nodeOptions, entry], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((done, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => done({ exit, stdout, stderr }));
  });
}

/** `name<<delimiter`, the value, the delimiter. */
function readOutputs(text: string): Record<string, string> {
  const found = text.matchAll(/^([^\n<]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value]));
}
