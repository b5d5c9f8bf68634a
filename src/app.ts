// Starts the App with credentials from the environment; without any, the page that makes an App, or the sandbox.
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Instant } from './domain/day.ts';
import { pausesOf, waiting } from './github/pauses.ts';
import { judgeInChild } from './judge/judge-in-child.ts';
import { appChannels, mayUse } from './server/app-channels.ts';
import type { AppOptions } from './server/app-options.ts';
import { countInChild } from './server/count-in-child.ts';
import { readEnvironment } from './server/environment.ts';
import { startTrouble } from './server/start-trouble.ts';
import { portTrouble } from './text/port-words.ts';
import { startApp } from './server/start-app.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const now = () => Date.now() as Instant;
const out = (text: string) => void process.stdout.write(text);

/** By `relcomms app`; its name follows the program. */
const byCommand = process.argv[2] === 'app';

await begin(process.env, byCommand || process.argv.includes('--app'));

/** `makes` is whether somebody without credentials wants to make an App in place of seeing the sandbox. */
async function begin(env: Variables, makes: boolean): Promise<void> {
  const found = readEnvironment(env);
  if (found.kind === 'refused') endWith(found.why);
  else if (found.kind === 'app') await runApp(env, found.options);
  else if (makes) await makeApp(env, found.port);
  else await openSandbox(found.port);
}

async function openSandbox(port: number): Promise<void> {
  const { runSandbox } = await import('../sandbox/run-sandbox.ts');
  await runSandbox({ port, out }).catch((error: unknown) => endWith(portTrouble(error, 'PORT'), error));
}

/** The App that was made starts in this process, where the page was. */
async function makeApp(env: Variables, port: number): Promise<void> {
  const { readSettings } = await import('./setup/settings.ts');
  const settings = readSettings(env, port, byCommand ? 'npx relcomms app' : undefined);
  if ('refused' in settings) return endWith(settings.refused);
  const { runSetup } = await import('./setup/run-setup.ts');
  const { browserOf, openIn } = await import('./setup/open-browser.ts');
  const browser = browserOf(env, { platform: process.platform, isTerminal: process.stdout.isTTY });
  const open =
    browser && ((link: string, onFailed: (why: string) => void) => openIn(browser, link, onFailed));
  const stopping = new AbortController();
  for (const signal of SIGNALS) process.once(signal, () => stopping.abort());
  const end = await runSetup(settings, { now, out, open, stop: stopping.signal }).catch((error: unknown) =>
    endWith(startTrouble(error, ''), error),
  );
  if (end === undefined) return undefined;
  if ('values' in end) return await begin({ ...env, ...end.values }, false);
  return end.ended === undefined ? undefined : endWith(end.ended);
}

async function runApp(env: Variables, options: Omit<AppOptions, 'now' | 'pauses'>): Promise<void> {
  const pauses = pausesOf(env, { now, sleep });
  // The build puts the command line and the program that judges beside the App.
  const cli = fileURLToPath(new URL('../cli/index.js', import.meta.url));
  const channelsFor = appChannels(env, options.baseUrl, waiting(pauses, { sleep }));
  const judge = judgeInChild({ program: fileURLToPath(new URL('judge.js', import.meta.url)) });
  const countMails = countInChild({ cli });
  const examine = examineBy(env, options);
  const { startedPage } = await import('./setup/started-page.ts');
  const tools = { now, pauses, countMails, judge, channelsFor, examine };
  const app = await startApp({
    ...options,
    ...tools,
    startedPage: (started) => startedPage(started, now()),
  }).catch((error: unknown) => endWith(startTrouble(error, String(options.appId)), error));
  if (app === undefined) return;
  out(`relcomms listens on ${app.url}\n`);
  // A run that is stuck must not keep the process: what it left, the next start does.
  for (const signal of SIGNALS) process.once(signal, () => void app.close().then(() => process.exit(0)));
}

/** Its program is loaded with the first check. */
function examineBy(
  env: Variables,
  { baseUrl: api, appId }: Pick<AppOptions, 'baseUrl' | 'appId'>,
): AppOptions['examine'] {
  const maySend = (owner: string, account: string | undefined): boolean => mayUse(env, owner, account);
  return async (asked) => {
    const { appExaminer } = await import('./doctor/examine-as-app.ts');
    return await appExaminer({ env, api, appId: String(appId), now, maySend })(asked);
  };
}

/** Ends with a sentence for what people can change; anything else is a fault of ours and shows where it comes from. */
function endWith(why: string | undefined, error?: unknown): undefined {
  if (why === undefined) throw error;
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
