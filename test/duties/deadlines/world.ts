// A tracking issue as plain data, and what runs of the duty would do to it, carried out on that data.
import { quietWorld } from '../../support/quiet.ts';
import { type Instant, dayAt, parseInstant } from '../../../src/domain/day.ts';
import type { Desired, DesiredComment } from '../../../src/domain/desired.ts';
import type { LedgerState, OwnIssue } from '../../../src/domain/observed.ts';
import type { Release } from '../../../src/domain/release.ts';
import type { DeadlinesConfig } from '../../../src/duties/deadlines/config.ts';
import { deadlinesDuty } from '../../../src/duties/deadlines/index.ts';
import type { DeadlinesInput } from '../../../src/duties/deadlines/input.ts';
import type { DutyAnswer } from '../../../src/duties/duty.ts';
import { type Prepared, prepare } from '../../../src/run/prepare.ts';

const HOUR = 3_600_000;

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new RangeError(`not an instant: ${text}`);
  return instant;
}

/** A config that stands; fails the test otherwise. */
export function read(text: string): Prepared {
  const prepared = prepare(text);
  if ('problems' in prepared) throw new Error(prepared.problems.map(({ message }) => message).join('\n'));
  return prepared;
}

export function releaseOf({ releases }: Prepared): Release {
  const [release] = releases;
  if (release === undefined) throw new Error('the config has no release');
  return release;
}

/** The tracking issue of the release, opened on a day, with the days that it told. */
export function trackingIssue(release: Release, opened: Instant): OwnIssue {
  return {
    key: `${release.version}/tracking-issue`,
    number: 1,
    id: 'I_1',
    databaseId: 1,
    title: `Release ${release.version}`,
    body: '',
    state: 'open',
    labels: [],
    assignees: [],
    createdAt: opened,
    commands: [],
    ledger: {
      commentId: 2,
      body: '',
      entries: [{ key: `${release.version}/opened`, day: dayAt(opened, release.timezone), text: 'Opened.' }],
      state: stateOf(release),
    },
  };
}

/** What the tracking issue remembers once it has told of everything. */
export function stateOf({ milestones, tasks }: Release): LedgerState {
  return {
    done: [],
    days: Object.fromEntries(milestones.map(({ id, day }) => [id, day])),
    due: Object.fromEntries(tasks.map(({ id, due }) => [id, due])),
    assigned: [],
    below: [],
  };
}

export function inputOf(prepared: Prepared, ownIssues: readonly OwnIssue[], now: Instant): DeadlinesInput {
  const { config, releases, text } = prepared;
  return {
    config: config.sections['deadlines'] as DeadlinesConfig,
    releases,
    source: { path: '.github/relcomms.yml', text, spec: config.schedule, reread: prepare },
    ...quietWorld({ releases, issues: ownIssues }),
    people: {},
    teams: config.teams,
    now,
    observed: { ownIssues },
  };
}

export function run(prepared: Prepared, ownIssues: readonly OwnIssue[], now: Instant): DutyAnswer {
  return deadlinesDuty.desire(inputOf(prepared, ownIssues, now));
}

/** The issues with what the log notes of the wishes; what has moved is told. */
export function noted(
  { releases }: Prepared,
  issues: readonly OwnIssue[],
  desired: readonly Desired[],
): OwnIssue[] {
  return issues.map((issue) => {
    const release = releases.find(({ version }) => issue.key === `${version}/tracking-issue`);
    const { ledger } = issue;
    if (release === undefined || ledger === undefined) return issue;
    const fresh = desired.flatMap((wish) =>
      wish.kind === 'entry' && wish.issue === issue.key && ledger.entries.every(({ key }) => key !== wish.key)
        ? [{ key: wish.key, day: wish.day, text: wish.text }]
        : [],
    );
    return {
      ...issue,
      ledger: { ...ledger, entries: [...ledger.entries, ...fresh], state: stateOf(release) },
    };
  });
}

export interface Said {
  readonly at: Instant;
  readonly comment: DesiredComment;
}

export interface Walk {
  readonly said: readonly Said[];
  readonly issues: readonly OwnIssue[];
}

/** Runs every hour from one instant to another, the times without runs left out. */
export function walk(
  prepared: (now: Instant) => Prepared,
  issues: readonly OwnIssue[],
  from: Instant,
  to: Instant,
  isOut: (now: Instant) => boolean = () => false,
): Walk {
  const said: Said[] = [];
  let current = issues;
  for (let now = from; now < to; now = (now + HOUR) as Instant) {
    if (isOut(now)) continue;
    const config = prepared(now);
    const { desired } = run(config, current, now);
    for (const wish of desired) if (wish.kind === 'comment') said.push({ at: now, comment: wish });
    current = noted(config, current, desired);
  }
  return { said, issues: current };
}

/** The notices that a comment tells, by the names in its key. */
export function namesIn({ key }: DesiredComment): string[] {
  return (key.split('/deadlines/')[1] ?? '').split('~');
}
