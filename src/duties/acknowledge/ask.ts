// One milestone whose day the teams are asked about: who has seen it, and whom silence reaches next.
import { LEADING_ROLES } from '../../commands/rights.ts';
import { type Day, addDays, dayAt, mondayOf } from '../../domain/day.ts';
import type { LedgerEntry } from '../../domain/observed.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { addWorkingDays, isWorkingDay } from '../../domain/working-days.ts';
import { keyOf } from '../../text/marker.ts';
import { seenKey } from '../../memory/seen-key.ts';
import type { DutyContext } from '../duty.ts';
import type { AcknowledgeConfig } from './config.ts';

/** Who is asked while a team is silent, in this order. */
export const RUNGS = ['lead', 'leads', 'scrum-master'] as const;

export type Rung = (typeof RUNGS)[number];

/** So many working days a step waits for another comment, which it goes along with; never beyond the day before. */
const PATIENCE = 2;

export interface Ask {
  readonly context: DutyContext<AcknowledgeConfig>;
  readonly release: Release;
  readonly milestone: Milestone;
  /** Of the log of the tracking issue. */
  readonly entries: readonly LedgerEntry[];
  /** Ids of teams that have just said so. */
  readonly now: readonly string[];
}

export const keys = {
  asked: ({ version }: Release, { id, day }: Milestone) => keyOf(version, 'seen-ask', id, day),
  rung: ({ version }: Release, { id, day }: Milestone, rung: Rung) =>
    keyOf(version, 'seen-rung', id, day, rung),
};

/**
 * `first`: before the milestone; `early`: the week of that has begun, and it goes along with what else is said;
 * `again`: the teams were asked about another day of it.
 */
export function dueAsk({
  context,
  release,
  milestone,
  entries,
}: Ask): 'first' | 'early' | 'again' | undefined {
  if (entries.some(({ key }) => key === keys.asked(release, milestone))) return undefined;
  const prefix = keyOf(release.version, 'seen-ask', milestone.id, '');
  if (entries.some(({ key }) => key.startsWith(prefix))) return 'again';
  const today = dayAt(context.now, release.timezone);
  const first = firstDay(milestone.day, context);
  if (today >= first) return 'first';
  return today >= mondayOf(first) ? 'early' : undefined;
}

/** Ids of the teams that have not said that they have seen this very day. */
export function silentTeams({ context, release, milestone, entries, now }: Ask): string[] {
  const said = new Set(entries.map(({ key }) => key));
  return Object.keys(context.teams).filter(
    (team) => !now.includes(team) && !said.has(seenKey(release, milestone, team)),
  );
}

/**
 * The next step, when the last one is so many working days ago. One at a time, while the one after it is due before the
 * last working day: from then on what is left goes along, since it could share no other comment. `rung` is the last of
 * them, and stands for those before it.
 */
export function dueRung(ask: Ask, isQuiet: (login: string) => boolean) {
  const { context, release, milestone, entries } = ask;
  const today = dayAt(context.now, release.timezone);
  const { holidays } = context.source.spec;
  const silent = silentTeams(ask);
  const taken = RUNGS.map((rung) => entries.find(({ key }) => key === keys.rung(release, milestone, rung)));
  const asked = entries.find(({ key }) => key === keys.asked(release, milestone));
  const last = [asked, ...taken]
    .flatMap((entry) => entry?.day ?? [])
    .toSorted()
    .at(-1);
  if (last === undefined || silent.length === 0 || !isWorkingDay(today, holidays)) return undefined;
  const due = addWorkingDays(last, context.config.answerWithin, holidays);
  if (today < due) return undefined;
  const mayWait =
    today < addWorkingDays(due, PATIENCE, holidays) && today < addWorkingDays(milestone.day, -1, holidays);
  const after = taken.findLastIndex((entry) => entry !== undefined) + 1;
  const left = RUNGS.slice(after)
    .map((rung) => ({ rung, people: peopleOf(rung, silent, ask).filter((one) => !isQuiet(one)) }))
    .filter(({ people }) => people.length > 0);
  const isLastCall =
    addWorkingDays(today, context.config.answerWithin, holidays) >=
    addWorkingDays(milestone.day, -1, holidays);
  const steps = isLastCall ? left : left.slice(0, 1);
  const taking = steps.at(-1);
  if (taking === undefined) return undefined;
  return {
    rung: taking.rung,
    teams: silent,
    mayWait,
    people: [...new Set(steps.flatMap(({ people }) => people))],
  };
}

/** Leads who were asked about another day of it, at whatever step, since their teams had not seen that: they have to know the new one. */
export function askedBefore(ask: Ask): string[] {
  const { release, milestone, entries } = ask;
  const days = entries.flatMap(({ key }) => {
    const [day] = /\d{4}-\d\d-\d\d(?=\/[a-z-]+$)/.exec(key) ?? [];
    const old = { ...milestone, day: (day ?? milestone.day) as Day };
    const isStep = RUNGS.some((rung) => key === keys.rung(release, old, rung));
    return old.day !== milestone.day && isStep ? [old] : [];
  });
  return peopleOf(
    'lead',
    days.flatMap((old) => silentTeams({ ...ask, milestone: old, now: [] })),
    ask,
  );
}

function peopleOf(rung: Rung, silent: readonly string[], { context, release }: Ask): string[] {
  const named =
    rung === 'lead'
      ? silent.flatMap((team) => context.teams[team]?.lead ?? [])
      : (rung === 'leads' ? LEADING_ROLES : ['scrum-master']).flatMap((role) => release.roles[role] ?? []);
  return [...new Set(named)];
}

function firstDay(day: Day, { config, source }: Ask['context']): Day {
  const { amount, unit } = config.before;
  if (unit === 'working-days') return addWorkingDays(day, -amount, source.spec.holidays);
  return addDays(day, -amount * (unit === 'weeks' ? 7 : 1));
}
