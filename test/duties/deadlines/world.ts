// A tracking issue as plain data, and what runs of the duty would do to it, carried out on that data.
import { type Instant, dayAt } from '../../../src/domain/day.ts';
import type { Desired, DesiredComment } from '../../../src/domain/desired.ts';
import type { LedgerState, OwnIssue } from '../../../src/domain/observed.ts';
import type { Release } from '../../../src/domain/release.ts';
import type { DeadlinesConfig } from '../../../src/duties/deadlines/config.ts';
import { deadlinesDuty } from '../../../src/duties/deadlines/index.ts';
import type { DeadlinesInput } from '../../../src/duties/deadlines/input.ts';
import type { DutyAnswer } from '../../../src/duties/duty.ts';
import type { Prepared } from '../../../src/run/prepare.ts';
import { goingAlone } from '../../support/going.ts';
import { context, ledgerState, sourceOf, trackingIssue } from '../../support/world.ts';

const HOUR = 3_600_000;

/** The tracking issue of the release, opened on a day, with the days that it told. */
export function openedAt(release: Release, opened: Instant): OwnIssue {
  const { version, timezone } = release;
  const entries = [{ key: `${version}/opened`, day: dayAt(opened, timezone), text: 'Opened.' }];
  return trackingIssue(version, {
    createdAt: opened,
    ledger: { commentId: 2, body: '', entries, state: stateOf(release) },
  });
}

/** What the tracking issue remembers once it has told of everything. */
export function stateOf({ milestones, tasks }: Release): LedgerState {
  return ledgerState({
    days: Object.fromEntries(milestones.map(({ id, day }) => [id, day])),
    due: Object.fromEntries(tasks.map(({ id, due }) => [id, due])),
  });
}

export function inputOf(prepared: Prepared, ownIssues: readonly OwnIssue[], now: Instant): DeadlinesInput {
  const { config, releases } = prepared;
  const { sections, teams } = config;
  return {
    ...context({ now, releases, sections, issues: ownIssues, source: sourceOf(prepared) }),
    config: sections['deadlines'] as DeadlinesConfig,
    teams,
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
    const desired = goingAlone(run(config, current, now).desired, current);
    for (const wish of desired) if (wish.kind === 'comment') said.push({ at: now, comment: wish });
    current = noted(config, current, desired);
  }
  return { said, issues: current };
}

/** The notices that a comment tells, by the names in its key. */
export function namesIn({ key }: DesiredComment): string[] {
  return (key.split('/deadlines/')[1] ?? '').split('~');
}

/** The same without the names of digests. */
export function noticesIn(comment: DesiredComment): string[] {
  return namesIn(comment).filter((name) => !name.startsWith('digest.'));
}
