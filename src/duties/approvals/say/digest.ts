// What waits for approval in a release, per team, and what falls through: the section of its tracking issue.
import { dayAt } from '../../../domain/day.ts';
import type { DesiredSection } from '../../../domain/desired.ts';
import { type Release, isOver } from '../../../domain/release.ts';
import { workingDaysBetween } from '../../../domain/working-days.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import type { ApprovalsInput } from '../input.ts';
import { moreUrgent } from '../remind/reminders.ts';
import { renderDigest } from './render-digest.ts';
import { render } from './render.ts';
import { straysOf } from '../judge/strays.ts';
import { teamsOf } from '../judge/teams.ts';
import type { Judged } from '../judge/verdict.ts';
import type { Digest, DigestRow } from './digest-rows.ts';

export function digestOf(release: Release, judged: readonly Judged[], input: ApprovalsInput): Digest {
  const waiting = judged.filter(
    (one) => one.release === release && ['waiting', 'nobody', 'with-author'].includes(one.verdict.kind),
  );
  const rows = waiting.toSorted(moreUrgent).flatMap((one): DigestRow[] => {
    const age = ageOf(one, release, input);
    const teams = teamsOf(one, input);
    return teams.length === 0 ? [{ judged: one, age }] : teams.map((team) => ({ team, judged: one, age }));
  });
  return { rows: rows.toSorted(byTeam), strays: straysOf(release, judged, input) };
}

/** The block in the body of the tracking issue; empty once the cycle is over, so that nothing old stays in it. */
export function sectionFor(
  release: Release,
  judged: readonly Judged[],
  input: ApprovalsInput,
): DesiredSection {
  return {
    kind: 'section',
    issue: trackingKey(release),
    name: 'approvals',
    text: isOver(release, input.now) ? '' : renderDigest(digestOf(release, judged, input)),
    why: render.whySection(),
  };
}

function ageOf({ pull }: Judged, release: Release, { now, source }: ApprovalsInput): number {
  const opened = dayAt(pull.createdAt, release.timezone);
  return workingDaysBetween(opened, dayAt(now, release.timezone), source.spec.holidays);
}

function byTeam(a: DigestRow, b: DigestRow): number {
  if (a.team === b.team) return 0;
  if (a.team === undefined || b.team === undefined) return a.team === undefined ? 1 : -1;
  return a.team < b.team ? -1 : 1;
}
