// Cycles whose emails are counted: how many a person gets a week beyond what is assigned to them.
import { readFileSync } from 'node:fs';
import { SCENARIOS } from '../../sandbox/scenarios/index.ts';
import { personWeeks } from '../../sandbox/simulate/loud-weeks.ts';
import { simulate } from '../../sandbox/simulate/simulate.ts';
import type { SimulatedMessage } from '../../sandbox/simulate/simulation.ts';
import { firstDay, lastDay } from '../../sandbox/simulate/span.ts';
import { read } from './world.ts';

const PEOPLE = `people: { alice: {}, bob: {}, carol: {}, dave: {} }
`;

const ROLES =
  'roles: { lead: [alice], shadow: [bob, carol], former-lead: [dave], comms: [alice, bob], docs-lead: [bob], branch-manager: [carol], enhancements-lead: [dave] }';

/** Configs by name. Scenarios are those of the sandbox. */
export const NOISE_CYCLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    SCENARIOS.filter(({ id }) => !['hostile', 'your-config', 'approvals'].includes(id)).map(
      ({ id, config }) => [`scenario ${id}`, config],
    ),
  ),
  'four patch releases on one day': `timezone: UTC
${PEOPLE}roles: { lead: [alice], release-master: [bob], shadow: [carol] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases:
${['1.15.9', '1.16.6', '1.17.2', '1.18.1'].map((version) => `  - { version: ${version}, release: 2026-11-24 }`).join('\n')}
milestones:
  code-freeze: { on: release - 14 days }
  rc1: { on: release - 8 days }
  cherry-pick-deadline: { on: release - 4 days, title: Cherry-pick deadline }
tasks:
  - { id: notes, title: Write the notes, role: lead, due: release - 7 days }
  - { id: post, title: Publish the post, role: release-master, due: release }
tracking-issue: {}
deadlines: {}
report: {}
`,
  'kubernetes preset, every section of its own': `extends: [kubernetes-comms]
timezone: America/Los_Angeles
${PEOPLE}roles: { lead: [alice], shadow: [bob, carol], former-lead: [dave] }
releases: [{ version: v1.18.0, release: 2020-03-24 }]
deadlines: {}
report: {}
`,
  'kyma preset, every section of its own': `extends: [kyma-release]
timezone: Europe/Berlin
${PEOPLE}roles: { release-master: [alice], release-manager: [bob], scrum-master: [carol, dave] }
releases: [{ version: '1.10.0', release: 2020-03-12 }]
deadlines: {}
report: {}
`,
  ...Object.fromEntries(
    ['v1.28.0', 'v1.30.0', 'v1.32.0', 'v1.34.0', 'cluster-api-v1.12.0', 'cluster-api-v1.14.0'].map((name) => [
      `schedule ${name}`,
      published(name),
    ]),
  ),
};

/** A schedule as it was published, with people for the roles that it names, and every section that needs no more. */
function published(name: string): string {
  const text = readFileSync(`test/fixtures/schedules/${name}.yml`, 'utf8');
  // Some contradict themselves: a weekday that is not that of its date, a summary with another date than the table.
  const dates = text.replaceAll(/, weekday: \w+/g, '').replaceAll(/^.*-in-summary:.*\n/gm, '');
  return `${dates.replace(/^roles:.*$/m, ROLES)}timezone: UTC
${PEOPLE}deadlines: {}
report: {}
`;
}

export interface CycleNoise {
  /** Emails beyond own assignments of the loudest week of a person, without answers to commands, and who that is. */
  readonly most: number;
  readonly loudest: string;
  /** Those emails: the day of each and its reason. */
  readonly week: readonly string[];
  /** Emails beyond own assignments a person and week of the cycle. */
  readonly mean: number;
  readonly assigned: number;
  /** By the reason that the run gives. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Messages on a channel outside of GitHub, at most on one day. */
  readonly channel: number;
}

/** Plays a cycle with the scripted team, and counts. */
export async function noiseOfCycle(config: string): Promise<CycleNoise> {
  const prepared = read(config);
  const from = firstDay(prepared);
  if (from === undefined) throw new Error('the cycle has no release');
  const to = lastDay(prepared.releases) ?? from;
  const { events, counts, weeks } = await simulate({ prepared, from, to, team: 'scripted' });
  const ours = events.filter(
    (event): event is SimulatedMessage => event.kind === 'message' && event.from === 'relcomms',
  );
  const reasons: Record<string, number> = {};
  let assigned = 0;
  let total = 0;
  for (const { reason, recipients, why } of ours) {
    if (reason === 'assigned') {
      assigned += recipients.length;
      continue;
    }
    total += recipients.length;
    reasons[why] = (reasons[why] ?? 0) + recipients.length;
  }
  const [loudest] = personWeeks(events);
  const sent = new Map<string, number>();
  for (const event of events)
    if (event.kind === 'change' && event.operation === 'send-notice' && event.silent !== true) {
      const key = `${event.day} ${event.what}`;
      sent.set(key, (sent.get(key) ?? 0) + 1);
    }
  return {
    most: loudest?.emails.length ?? 0,
    loudest: loudest === undefined ? '' : `${loudest.login}, week of ${loudest.monday}`,
    week: loudest?.emails ?? [],
    mean: total / Math.max(1, counts.rows.length * weeks.length),
    assigned,
    reasons,
    channel: Math.max(0, ...sent.values()),
  };
}
