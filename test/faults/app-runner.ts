// The App in this process, over real HTTP: runs, dies and starts again.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { lazyChannels } from '../../src/channels/lazy-channels.ts';
import { wikiPlace } from '../../src/channels/wiki-place.ts';
import { reportLines } from '../../src/report/report.ts';
import { type RunningApp, startApp } from '../../src/server/start-app.ts';
import { type World, environment } from './world.ts';

/** What a run said of itself. */
export interface Said {
  readonly lines: readonly string[];
  /** Duties of which something was left, failed or unknown. */
  readonly disturbed: readonly string[];
  /** Nothing was left, or it said so. */
  readonly named: boolean;
}

export interface Runner {
  /** One run at this moment, and all that webhooks have asked for. */
  run(): Promise<void>;
  /** What runs have said since the last call. */
  said(): Said[];
  /** The process is dead: it is ended, and another one starts. `lift` is called in between. */
  revive(lift: () => void): Promise<void>;
  close(): Promise<void>;
}

/** `settle`: milliseconds of real time in which writes of another process come to be seen; none where there is no other. */
export async function appRunner(world: World, settle = 0): Promise<Runner> {
  let said: Said[] = [];
  let app = await begin(world, settle, (one) => (said = [...said, one]));
  const run = async (): Promise<void> => {
    await quiet(world, app);
    await app.tick();
    await app.again();
    await quiet(world, app);
  };
  return {
    run,
    said: () => said.splice(0),
    revive: async (lift) => {
      await quiet(world, app);
      world.webhooks.to = undefined;
      await app.close();
      lift();
      app = await begin(world, settle, (one) => (said = [...said, one]));
    },
    close: () => app.close(),
  };
}

async function begin(world: World, settle: number, tell: (said: Said) => void): Promise<RunningApp> {
  const { github, gate, clock } = world;
  const baseUrl = `${gate.url}/api/v3`;
  const env = environment(world);
  const app = await startApp({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    baseUrl,
    port: 0,
    host: '127.0.0.1',
    now: clock.now,
    pauses: { clock, second: 1 },
    logLevel: 'fatal',
    tick: false,
    channelsFor: ({ repository, now, token }) =>
      lazyChannels({
        env,
        now,
        clock: clock.now,
        claim: randomUUID(),
        // Only what settles takes real time.
        wait: (milliseconds) => (milliseconds === settle ? pause(settle) : clock.sleep(milliseconds)),
        settle,
        privatePages: true,
        wiki: async () => ({ ...wikiPlace(baseUrl, repository), token: await token(), env }),
      }),
    onRun: (_, run) => {
      const lines = reportLines(run);
      if (run.kind !== 'applied') return tell({ lines, disturbed: [], named: true });
      const troubled = run.applied.filter(({ outcome }) => outcome !== 'done' && outcome !== 'already');
      const duties = [
        ...run.plan.unknown.map(({ duty }) => duty),
        ...run.plan.left.map(({ duty }) => duty),
        ...troubled.map(({ operation }) => operation.duty),
      ];
      tell({ lines, disturbed: [...new Set(duties)], named: duties.length === 0 || saysSo(lines) });
    },
    onCrash: (_, error) => tell({ lines: [`crashed: ${String(error)}`], disturbed: [], named: true }),
  });
  world.webhooks.to = app.url;
  return app;
}

/** Whether a report tells of something that was not done: `soft` and `not done` are its words for what others refused. */
export function saysSo(lines: readonly string[]): boolean {
  return lines.some((line) => /^(?:failed|soft|not-tried|held|left|unknown|not done): /.test(line));
}

/** Resolves when every webhook has been answered and every run that it asked for has ended. */
async function quiet({ github }: World, app: RunningApp): Promise<void> {
  for (let before = -1; before !== github.journal.length;) {
    before = github.journal.length;
    // oxlint-disable-next-line no-await-in-loop -- one round may start the next
    await github.settled();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await app.idle();
  }
}
