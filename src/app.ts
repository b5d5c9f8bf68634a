// Starts the App with credentials from the environment, or the sandbox when there are none.
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Instant } from './domain/day.ts';
import { pausesOf, waiting } from './github/pauses.ts';
import { judgeInChild } from './judge/judge-in-child.ts';
import { appChannels } from './server/app-channels.ts';
import { countInChild } from './server/count-in-child.ts';
import { readEnvironment } from './server/environment.ts';
import { startTrouble } from './server/start-trouble.ts';
import { portTrouble } from './text/port-words.ts';
import { startApp } from './server/start-app.ts';

const now = () => Date.now() as Instant;
const found = readEnvironment(process.env);
if (found.kind === 'refused') endWith(found.why);
else if (found.kind === 'sandbox') {
  const { runSandbox } = await import('../sandbox/run-sandbox.ts');
  await runSandbox({ port: found.port, out: (text) => void process.stdout.write(text) }).catch(
    (error: unknown) => endWith(portTrouble(error, 'PORT'), error),
  );
} else {
  const pauses = pausesOf(process.env, { now, sleep });
  // The build puts the command line and the program that judges beside the App.
  const cli = fileURLToPath(new URL('../cli/index.js', import.meta.url));
  const channelsFor = appChannels(process.env, found.options.baseUrl, waiting(pauses, { sleep }));
  const judge = judgeInChild({ program: fileURLToPath(new URL('judge.js', import.meta.url)) });
  const countMails = countInChild({ cli });
  const { options } = found;
  const app = await startApp({ ...options, now, pauses, countMails, judge, channelsFor }).catch(
    (error: unknown) => endWith(startTrouble(error, String(options.appId)), error),
  );
  if (app !== undefined) {
    process.stdout.write(`relcomms listens on ${app.url}\n`);
    // A run that is stuck must not keep the process: what it left, the next start does.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
}

/** Ends with a sentence for what people can change; anything else is a fault of ours and shows where it comes from. */
function endWith(why: string | undefined, error?: unknown): undefined {
  if (why === undefined) throw error;
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
