// Scenario: the first plan in a repository is what its first run does, messages, task issues and their log included (P6).
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { type Run, type Scope, planRun, reconcile } from '../../src/run/reconcile.ts';
import { testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { clientOf, writesSince } from '../support/runs.ts';
import { at } from '../support/world.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: Europe/Berlin
roles: { lead: [alice], shadow: [bob] }
milestones:
  code-freeze: { on: release - 2 weeks, title: Code freeze }
  rc1: { on: release - 1 week, title: Release candidate 1 }
releases: [{ version: '1.10.0', title: Demo 1.10, start: 2020-01-06, release: 2020-01-30, branch: release-1.10 }]
teams: { api: { github: acme/api, slack: '#team-api' } }
tasks:
  - { id: theme, title: Settle the theme, role: lead, due: 2020-01-10 }
  - { id: notes, title: Write the notes, role: shadow, due: 2020-01-13 }
  - { id: post, title: Publish the post, due: release }
audiences:
  teams: { slack: ['#releases'], teams: yes }
  press: { mail: [press@example.org], reach: external, approval: lead }
tracking-issue: { tasks: all }
deadlines: {}
acknowledge: { milestones: [rc1] }
report: {}
approvals: {}
wiki: {}
slack:
  dates: [teams]
  released: [press]
  digest: { to: teams, from: 2020-01-06, every: 1 week }
`;

let github: EmbeddedGitHub;

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

async function start(config: string): Promise<void> {
  github = await startTestGitHub({ seed: { ...defaultSeed, files: { '.github/relcomms.yml': config } } });
}

function planned(run: Run): readonly Operation[] {
  if (!('plan' in run)) throw new Error(`the run ended as ${run.kind}`);
  return run.plan.operations;
}

function done(run: Run): Operation[] {
  if (run.kind !== 'applied') throw new Error(`the run ended as ${run.kind}`);
  expect(run.applied.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  return run.applied.map(({ operation }) => operation);
}

function ownIssues(run: Run) {
  if (!('observation' in run) || !run.observation.ownIssues.known) throw new Error('nothing was seen');
  return run.observation.ownIssues.value;
}

/** As data that has no number of an issue in it, which nobody knows before GitHub gives it, and no link to one. */
function told(operation: Operation, keys: ReadonlyMap<number, string>): unknown {
  const text = JSON.stringify(operation, (name, value: unknown) => {
    if (name === 'issue' && typeof value === 'object' && value !== null && 'number' in value)
      return { key: keys.get(Number(value.number)) };
    if (name === 'lines' && Array.isArray(value))
      return value.filter((line) => !JSON.stringify(line).includes('"url"'));
    return ['words', 'seen', 'record', 'update'].includes(name) ? undefined : value;
  });
  return JSON.parse(text.replaceAll(/#\d+/g, '#'));
}

test.each([
  ['on the first morning', '2020-01-06T09:00:00Z'],
  ['in the middle of the cycle', '2020-01-16T09:00:00Z'],
  ['shortly before the release', '2020-01-29T09:00:00Z'],
])('%s', async (_, now) => {
  await start(CONFIG);
  const channels = testChannels();
  const run = (how: (scope: Scope) => Promise<Run>): Promise<Run> =>
    how({ github: clientOf(github), now: at(now), channels: channels.run() });
  const before = github.journal.length;
  const plan = await run(planRun);
  expect(writesSince(github, before)).toEqual([]);
  expect(channels.sent).toEqual([]);
  const made = await run(reconcile);
  const keys = new Map(ownIssues(made).map(({ number, key }) => [number, key]));
  expect(done(made).map((one) => told(one, keys))).toEqual(planned(plan).map((one) => told(one, keys)));
  expect(planned(made)).toEqual(planned(plan));
  expect(done(await run(reconcile))).toEqual([]);
});
