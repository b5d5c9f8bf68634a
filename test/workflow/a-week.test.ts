// The workflow of init, run by its own clock for a week with the permissions that it grants and nothing more.
import { load } from 'js-yaml';
import { type Day, addDays, day, instantOf } from '../../src/domain/day.ts';
import type { Instant } from '../../src/domain/day.ts';
import { wholeRun } from '../../src/run/whole-run.ts';
import { firesOn, parseCron } from '../../src/workflow/cron.ts';
import { workflowNeeds } from '../../src/workflow/needs.ts';
import { workflowText } from '../../src/workflow/text.ts';
import { type TestChannels, testChannels } from '../support/channels.ts';
import { CONFIG, proposeConfig } from '../support/config-pull.ts';
import { SECTIONS, SEED, configWith } from '../support/switched-on.ts';
import { longTest } from '../support/long.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf } from '../support/runs.ts';
import { describe as wordsOf } from '../../src/text/describe-operation.ts';
import { read } from '../support/world.ts';

interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string; readonly timezone: string }[] };
  readonly permissions: Readonly<Record<string, string>>;
}

const MONDAY = day('2020-01-13');
const TEXT = configWith(SECTIONS);
const WORKFLOW = load(workflowText(workflowNeeds(read(TEXT)), 'acme/relcomms@x', CONFIG)) as Workflow;

function firesIn(from: Day): Instant[] {
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index));
  const fires = WORKFLOW.on.schedule.flatMap(({ cron, timezone }) => {
    const parsed = parseCron(cron);
    if (parsed === undefined) throw new Error(cron);
    return days.flatMap((of) => firesOn(parsed, of).map((time) => instantOf(of, time, timezone)));
  });
  return fires.toSorted((a, b) => a - b);
}

interface Week {
  /** What was done, in order. */
  readonly done: readonly string[];
  readonly trouble: readonly string[];
  readonly sent: number;
}

/** Without permissions, the token has all that a workflow can have. */
async function play(permissions?: Readonly<Record<string, string>>): Promise<Week> {
  let now = MONDAY as unknown as Instant;
  const seed = {
    ...SEED,
    private: true,
    files: { ...SEED.files, [CONFIG]: TEXT },
    ...(permissions && { workflow: { permissions } }),
  };
  const github = await startTestGitHub({ seed, now: () => now });
  const channels: TestChannels = testChannels();
  await proposeConfig(github, TEXT.replace('Settle the theme', 'Settle the theme and the colors'));
  const done: string[] = [];
  const trouble: string[] = [];
  try {
    for (now of firesIn(MONDAY)) {
      // oxlint-disable-next-line no-await-in-loop -- one run after the other
      const run = await wholeRun({ github: clientOf(github), now, channels: channels.run() }, 'reconcile');
      if (run.kind !== 'applied') throw new Error(run.kind);
      const all = [...run.applied, ...(run.checks?.applied ?? [])];
      done.push(
        ...all
          .filter(({ outcome }) => outcome === 'done')
          .map(({ operation }) => wordsOf(operation).replaceAll(/\b[0-9a-f]{7}\b/g, 'a commit')),
      );
      trouble.push(
        ...run.plan.unknown.map(({ duty, fact, why }) => `${duty}: ${fact}: ${why}`),
        ...all.flatMap(({ operation, outcome, detail }) =>
          outcome === 'failed' || outcome === 'soft' ? [`${wordsOf(operation)}: ${detail ?? ''}`] : [],
        ),
      );
    }
    expectNoViolations(github);
    return { done, trouble, sent: channels.sent.length };
  } finally {
    await github.close();
  }
}

test('in a private repository it does everything that the config asks for, and everything can be read', async () => {
  const fires = firesIn(MONDAY);
  expect(fires.length).toBeGreaterThan(40);
  const own = await play(WORKFLOW.permissions);
  expect(own.trouble).toEqual([]);
  expect(own.done.length).toBeGreaterThan(20);
  expect(own.sent).toBeGreaterThan(0);
  // With every right that a workflow can have, it would do the same.
  expect(own).toEqual(await play());
}, 120_000);

longTest(
  'of its permissions, those that this week uses are needed: without one, something is not done or not read',
  async () => {
    const found = new Map<string, boolean>();
    for (const [name, access] of Object.entries(WORKFLOW.permissions)) {
      const lower = access === 'write' ? 'read' : 'none';
      // oxlint-disable-next-line no-await-in-loop -- one week after the other
      const { trouble } = await play({ ...WORKFLOW.permissions, [name]: lower });
      found.set(name, trouble.length > 0);
    }
    // In this week pull requests get comments only, for which `issues: write` is enough, and nothing sets a status.
    const unneeded = [...found].flatMap(([name, isNeeded]) => (isNeeded ? [] : [name]));
    expect(unneeded).toEqual(['pull-requests', 'statuses']);
  },
  480_000,
);
