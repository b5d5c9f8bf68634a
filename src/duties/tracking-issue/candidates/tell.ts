// Tells those who lead a release once that its last candidate is blocked, and by what.
import { LEADING_ROLES } from '../../../commands/rights.ts';
import { dayAt } from '../../../domain/day.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { uniqueNames } from '../../../people/names.ts';
import type { Input } from '../input.ts';
import { entryKey } from '../stage.ts';
import { render } from './render.ts';
import { type Blocked, isJudged } from './state.ts';

/** Once for each day of a candidate. After a no-go, the comment about its vote says it. */
export function tellBlocked(release: Release, blocked: Blocked | undefined, input: Input): Desired[] {
  if (blocked === undefined || blocked.items.length === 0 || !isJudged(release, blocked, input)) return [];
  const { last, items } = blocked;
  if (items.some(({ kind, milestone }) => kind === 'no-go' && milestone === last.id)) return [];
  const { now } = input;
  const issue = trackingKey(release);
  const key = entryKey(release, `candidate/${last.id}/${last.day}`);
  const people = uniqueNames(LEADING_ROLES.flatMap((role) => release.roles[role] ?? []));
  const body = render.comment(blocked, release, people);
  const day = dayAt(now, release.timezone);
  return [
    { kind: 'comment', issue, key, entry: key, body, isFirst: true, why: render.why() },
    { kind: 'entry', issue, key, day, text: render.entry(blocked), why: render.why() },
  ];
}

/** The line of the tracking issue; empty while nothing is to be said of the last candidate. */
export function candidateLine(release: Release, blocked: Blocked | undefined, input: Input): string {
  if (blocked === undefined || !isJudged(release, blocked, input)) return '';
  return render.line(blocked, release);
}
