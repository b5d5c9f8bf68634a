// The bundled Action, started as a runner starts it: a process for each run.
import { existsSync } from 'node:fs';
import { ACTIONS_BOT } from '../../packages/embedded-github/src/index.ts';
import { isoInstant } from '../../src/domain/day.ts';
import { type BundleRun, runBundle } from '../bundle/run-bundle.ts';
import { type Runner, type Said, appRunner, saysSo } from './app-runner.ts';
import { SETTLE } from './settle.ts';
import { type World, environment } from './world.ts';

/** Who runs: the App, the Action, or both of them at the same moment. */
export type Kind = 'app' | 'action' | 'both';

/** Makes long waits for an answer end soon in the Action's process, too. */
const GIVE_UP_SOON = new URL('give-up-soon.mjs', import.meta.url);
/** Gives what another process writes at the same moment time to be seen. */
const SETTLE_TOGETHER = new URL('settle-together.mjs', import.meta.url);

export async function runnerOf(kind: Kind, world: World): Promise<Runner> {
  if (kind === 'app') return await appRunner(world);
  if (!existsSync('dist/action/index.js')) throw new Error('there is no bundle: npm run build makes it');
  if (kind === 'action') return actionRunner(world, [GIVE_UP_SOON]);
  const action = actionRunner(world, [GIVE_UP_SOON, SETTLE_TOGETHER]);
  return together(await appRunner(world, SETTLE), action);
}

function actionRunner(world: World, loaded: readonly URL[]): Runner {
  let said: Said[] = [];
  return {
    run: async () => {
      said = [...said, saidBy(await start(world, loaded))];
    },
    said: () => said.splice(0),
    // It ended when nothing of it got through any more, and the next one starts by itself.
    revive: async (lift) => lift(),
    close: async () => {},
  };
}

function together(app: Runner, action: Runner): Runner {
  return {
    run: async () => void (await Promise.all([app.run(), action.run()])),
    said: () => [...app.said(), ...action.said()],
    revive: (lift) => app.revive(lift),
    close: () => app.close(),
  };
}

async function start(world: World, loaded: readonly URL[]): Promise<BundleRun> {
  const { github, gate, clock } = world;
  return await runBundle({
    apiUrl: gate.url,
    token: github.token(ACTIONS_BOT),
    inputs: { now: isoInstant(clock.now()) },
    env: environment(world),
    nodeOptions: loaded.flatMap(({ href }) => ['--import', href]),
  });
}

/** The part of its plan that tells what became of it. */
interface Told {
  readonly unknown?: readonly { readonly duty: string }[];
  readonly left?: readonly { readonly duty: string }[];
  readonly operations?: readonly { readonly duty: string }[];
  readonly applied?: readonly { readonly outcome: string }[];
}

function saidBy({ exit, plan, stdout }: BundleRun): Said {
  const lines = stdout.split('\n');
  if (plan === undefined) return { lines, disturbed: [], named: exit !== 0 };
  const { unknown = [], left = [], operations = [], applied = [] } = JSON.parse(plan) as Told;
  const troubled = operations.filter(
    (_, index) => !['done', 'already'].includes(applied[index]?.outcome ?? ''),
  );
  const duties = [...unknown, ...left, ...troubled].map(({ duty }) => duty);
  return { lines, disturbed: [...new Set(duties)], named: duties.length === 0 || saysSo(lines) };
}
