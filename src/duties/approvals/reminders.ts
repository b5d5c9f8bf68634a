// Who is mentioned now, over all pull requests together: stages, working hours and ceilings.
import { type Instant, dayAt } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { ApprovalsInput } from './input.ts';
import { includesName, kindOf, sameName, uniqueNames } from './names.ts';
import { MOST_ASKED } from './pending.ts';
import { type Stage, dueStage, sinceWhen, stagesOf } from './stage.ts';
import { type Said, authorKey, saidOn, stageKey, wasTold } from './told.ts';
import type { Judged } from './verdict.ts';
import { isAtWork } from './working-time.ts';
import { workingTimeOf } from './zones.ts';

export interface Reminder {
  /** Key of the stage; `freshKey` makes that of the comment. */
  readonly stage: string;
  /** Who is mentioned in a new comment; empty when a ceiling holds everybody back. */
  readonly names: readonly string[];
  /** Who is due and stays unmentioned. */
  readonly held: readonly { readonly name: string; readonly by: 'pull' | 'person' }[];
}

/** A person or team for whom a stage is due. */
interface Due {
  readonly name: string;
  readonly stage: string;
  /** Working days before the deadline; the word to an author has none. */
  readonly days: number;
}

/** By number of the pull request. The most urgent come first to what the ceilings leave, whatever order they are in. */
export function reminders(judged: readonly Judged[], input: ApprovalsInput): ReadonlyMap<number, Reminder> {
  const mentions = mentionsToday(judged, input);
  const found = new Map<number, Reminder>();
  for (const one of judged.toSorted(moreUrgent)) {
    const due = newestOf(dueNow(one, input));
    const [first] = due;
    if (first === undefined) continue;
    const full = commentsToday(one, input) >= input.config.ceiling.pull;
    const names: string[] = [];
    const held: Reminder['held'][number][] = [];
    for (const { name } of due) {
      const count = mentions.get(name.toLowerCase()) ?? 0;
      if (full) held.push({ name, by: 'pull' });
      else if (count >= input.config.ceiling.person) held.push({ name, by: 'person' });
      else {
        names.push(name);
        mentions.set(name.toLowerCase(), count + 1);
      }
    }
    found.set(one.pull.number, { stage: first.stage, names, held });
  }
  return found;
}

/** The soonest deadline first, then the oldest. */
export function moreUrgent(a: Judged, b: Judged): number {
  const soonest = latestFor(a) - latestFor(b);
  return soonest || a.pull.createdAt - b.pull.createdAt || a.pull.number - b.pull.number;
}

function latestFor({ deadline }: Judged): number {
  return deadline?.deadline ?? Number.MAX_SAFE_INTEGER;
}

/** Who could be mentioned for a pull request at a stage, apart from when. */
export function whoFor({ verdict, pull }: Judged, stage: Stage): string[] {
  if (verdict.kind !== 'waiting') return [];
  const shown = verdict.pending.asks.slice(0, MOST_ASKED);
  const asked = shown.filter((ask) => !ask.quiet && kindOf(ask.name) !== 'address');
  const leads = stage.last ? asked.flatMap(({ lead }) => (lead === undefined ? [] : [lead])) : [];
  return uniqueNames([...asked.map(({ name }) => name), ...leads]).filter(
    (name) => !sameName(name, pull.author.login),
  );
}

function dueNow(one: Judged, input: ApprovalsInput): Due[] {
  const { release, deadline } = one;
  if (release === undefined || deadline === undefined) return [];
  const said = saidOn(one.pull);
  return one.verdict.kind === 'with-author'
    ? authorDue(one, release, deadline, said, input)
    : approversDue(one, release, deadline, said, input);
}

function approversDue(
  one: Judged,
  release: Release,
  deadline: Milestone,
  said: readonly Said[],
  input: ApprovalsInput,
): Due[] {
  const stages = stagesOf(deadline, input.config.remind, input.source.spec.holidays);
  const everybody = uniqueNames(stages.flatMap((stage) => whoFor(one, stage)));
  return everybody.flatMap((name): Due[] => {
    const stage = stageNow(name, one, stages, input);
    if (stage === undefined || !includesName(whoFor(one, stage), name)) return [];
    const key = stageKey(one.pull, release, deadline, stage);
    if (includesName([...input.quiet], name) || wasTold(said, key, name)) return [];
    return [{ name, stage: key, days: stage.days }];
  });
}

/** The author is told once that checks fail or that it conflicts, when approvers would have been reminded. */
function authorDue(
  one: Judged,
  release: Release,
  deadline: Milestone,
  said: readonly Said[],
  input: ApprovalsInput,
): Due[] {
  const { author } = one.pull;
  const key = authorKey(one.pull, release);
  const isTold = said.some((known) => known.stage === key);
  const isRequest = one.verdict.kind === 'with-author' && one.verdict.fault.kind === 'changes';
  // GitHub tells the author of a review itself; bots read no comments.
  if (isTold || isRequest || author.bot || includesName([...input.quiet], author.login)) return [];
  const stages = stagesOf(deadline, input.config.remind, input.source.spec.holidays);
  return stageNow(author.login, one, stages, input) === undefined
    ? []
    : [{ name: author.login, stage: key, days: 0 }];
}

/** The stage that is due for a person who is at work now. */
function stageNow(
  name: string,
  one: Judged,
  stages: readonly Stage[],
  input: ApprovalsInput,
): Stage | undefined {
  const time = workingTimeOf(name, input);
  const stage = dueStage(stages, dayAt(input.now, time.zone), sinceWhen(one, time.zone));
  return stage !== undefined && isAtWork(input.now, time) ? stage : undefined;
}

/** Around midnight two stages may be due for people in different zones; the older one waits. */
function newestOf(due: readonly Due[]): readonly Due[] {
  const newest = Math.min(...due.map(({ days }) => days));
  return due.filter(({ days }) => days === newest);
}

/** Each person's day is that of their own clock. */
function mentionsToday(judged: readonly Judged[], input: ApprovalsInput): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { told, at } of judged.flatMap(({ pull }) => saidOn(pull)))
    for (const name of told ?? [])
      if (isToday(at, workingTimeOf(name, input).zone, input.now))
        counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return counts;
}

function commentsToday({ pull }: Judged, { now, source }: ApprovalsInput): number {
  return saidOn(pull).filter(({ at }) => isToday(at, source.spec.timezone, now)).length;
}

function isToday(at: Instant, zone: string, now: Instant): boolean {
  return now - at < 2 * 86_400_000 && dayAt(at, zone) === dayAt(now, zone);
}
