// The milestones of the candidates of a release: the planned ones counted back from release day, and those that were opened.
import { LAST_CANDIDATE, candidateId, candidateNumber } from '../../domain/candidate.ts';
import { weekdayOf } from '../../domain/day.ts';
import type { DayExpression } from '../../domain/day-expression.ts';
import { inheritedMilestone } from '../../domain/inherited-milestone.ts';
import type { Span } from '../../domain/span.ts';
import type { CandidatesSpec, MilestoneSpec, ReleaseSpec, ScheduleSpec } from '../../domain/spec.ts';
import { withNumber } from './with-number.ts';

type Milestones = Readonly<Record<string, MilestoneSpec>>;

/** How many candidates a release has: those that are planned, and as many as its own milestones name. */
export function candidateCount(
  { candidates }: Pick<ScheduleSpec, 'candidates'>,
  { milestones }: Pick<ReleaseSpec, 'milestones'>,
): number {
  if (candidates === undefined) return 0;
  const opened = Object.keys(milestones).map((id) => candidateNumber(id) ?? 0);
  return Math.max(candidates.planned, ...opened);
}

/**
 * The milestones of a release with its candidates among them. `inherited` are those of its plan, `own` its own. What is
 * written for a candidate goes before what all of them have; a day that the release gives has none of its claims.
 */
export function withCandidates(
  inherited: Milestones,
  own: Milestones,
  candidates: CandidatesSpec | undefined,
): Map<string, MilestoneSpec> {
  const all = new Map([...Object.entries(inherited), ...Object.entries(own)]);
  if (candidates === undefined) return all;
  const count = candidateCount({ candidates }, { milestones: own });
  for (let number = 1; number <= count; number++) {
    const id = candidateId(number);
    const planned = { ...withTitle(candidates, number), on: dayOf(number, count, candidates) };
    const base = Object.hasOwn(inherited, id) ? over(planned, inherited[id]) : planned;
    all.set(id, Object.hasOwn(own, id) ? over(base, own[id]) : base);
  }
  return count === 0 ? all : new Map([...all].map(([id, one]) => [id, withLast(one, count)]));
}

/** The last is counted back from release day, each other one from the next. One that was opened has a day of its own. */
function dayOf(number: number, count: number, { every, toRelease }: CandidatesSpec): DayExpression {
  return number === count ? offset('release', toRelease) : offset(candidateId(number + 1), every);
}

function offset(anchor: string, { amount, unit }: Span): DayExpression {
  return { kind: 'offset', anchor, amount: -amount, unit };
}

function withTitle({ each }: CandidatesSpec, number: number): Omit<MilestoneSpec, 'on'> {
  return each.title === undefined ? each : { ...each, title: withNumber(each.title, number) };
}

function over(base: MilestoneSpec, own: MilestoneSpec | undefined): MilestoneSpec {
  if (own === undefined) return base;
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const isMeant =
    base.weekday !== undefined && own.on.kind === 'day' && weekdayOf(own.on.day) === base.weekday;
  const weekday = isMeant ? { weekday: base.weekday } : {};
  return { ...inheritedMilestone(base), ...weekday, ...said, on: own.on, fixed: own.fixed || base.fixed };
}

function withLast(milestone: MilestoneSpec, count: number): MilestoneSpec {
  const { on, from } = milestone;
  const last = candidateId(count);
  return {
    ...milestone,
    on: anchoredAt(on, LAST_CANDIDATE, last),
    ...(from === undefined ? {} : { from: anchoredAt(from, LAST_CANDIDATE, last) }),
  };
}

/** Whether a milestone is counted from the last candidate, whichever that is. `spec` is that of the release. */
export function hangsOnLast(
  id: string,
  { milestones, candidates }: Pick<ScheduleSpec, 'milestones' | 'candidates'>,
  { milestones: own }: Pick<ReleaseSpec, 'milestones'>,
): boolean {
  const on = (Object.hasOwn(own, id) ? own[id] : Object.hasOwn(milestones, id) ? milestones[id] : undefined)
    ?.on;
  return candidates !== undefined && on?.kind === 'offset' && on.anchor === LAST_CANDIDATE;
}

/** The same day, counted from another milestone where it was counted from this one. */
export function anchoredAt(on: DayExpression, anchor: string, other: string): DayExpression {
  return on.kind === 'offset' && on.anchor === anchor ? { ...on, anchor: other } : on;
}
