// What becomes of one case file in this run: its state, and which turn of it has to be told.
import type { Verdict } from '../judge/judge.ts';
import type { Point } from '../history/test-record.ts';
import type { Instant } from '../../../domain/day.ts';
import type { CaseMemory } from './case-memory.ts';
import { type KnownCase, type Members, comebacks, greenRunsOf } from './outage.ts';

/** What the case file is from now on. */
export type Turn =
  /** Stays open, red or observed. */
  | { readonly kind: 'open'; readonly memory: CaseMemory; readonly turned?: 'green' | 'red' | undefined }
  | { readonly kind: 'reopen'; readonly memory: CaseMemory; readonly turned: 'red' }
  /** `turned` where nobody was told of the green before. */
  | { readonly kind: 'close'; readonly memory: CaseMemory; readonly turned?: 'green' | undefined }
  /** Closed and all green, or closed by people: left alone. */
  | { readonly kind: 'closed'; readonly memory: CaseMemory };

export function turnOf(
  { issue, memory }: KnownCase,
  members: Members,
  greenRuns: number,
  now: Instant,
): Turn {
  if (issue.state === 'closed') {
    // What people closed stays closed until something turns red anew.
    const again = issue.stateBy === 'people' ? comebacks(members, memory) : members.red;
    if (again.length === 0) return { kind: 'closed', memory };
    return { kind: 'reopen', memory: newOutage(memory, again, now), turned: 'red' };
  }
  if (members.red.length > 0 && memory.state === 'green')
    return { kind: 'open', memory: newOutage(memory, members.red, now), turned: 'red' };
  if (members.red.length + members.fresh.length + members.unknown.length > 0) return { kind: 'open', memory };
  const turned = memory.state === 'red' ? 'green' : undefined;
  if (greenRunsOf(members) >= greenRuns)
    return { kind: 'close', memory: { ...memory, state: 'green' }, turned };
  return { kind: 'open', memory: { ...memory, state: 'green' }, turned };
}

/** What was said of the outage before does not count for this one. */
function newOutage(memory: CaseMemory, red: readonly Verdict[], now: Instant): CaseMemory {
  const { owner, tests, turn } = memory;
  return { owner, tests, turn: turn + 1, state: 'red', redAt: now, ...firstOf(red, memory.since) };
}

/** The earliest of their first red commits, and the last good one before it. */
export function firstOf(
  red: readonly Verdict[],
  otherwise: Point,
): { readonly since: Point; readonly lastGood?: Point | undefined } {
  const first = red.toSorted((a, b) => (a.since?.at ?? 0) - (b.since?.at ?? 0))[0];
  return { since: first?.since ?? otherwise, lastGood: first?.lastGood };
}
