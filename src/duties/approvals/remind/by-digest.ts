// Who was asked once hears the rest from the digest of the week and the last notice of the deadline, not once more here.
import { type Day, type Instant, addDays, dayAt, mondayOf } from '../../../domain/day.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { includesName, kindOf, uniqueNames } from '../../../people/names.ts';
import { isGate } from '../../../schedule/milestone-kind.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { keyOf } from '../../../text/marker.ts';
import type { ApprovalsInput } from '../input.ts';
import { MOST_ASKED } from '../judge/pending.ts';
import type { Judged } from '../judge/verdict.ts';
import { type Memory, heardAnywhere } from './memory.ts';
import { saidOn } from './told.ts';

/**
 * Once a digest has come since they were asked, or when the last word on the deadline is still to come or came since:
 * both mention them, so a comment of its own would be one email more.
 */
export function isInDigest(name: string, one: Judged, memory: Memory, input: ApprovalsInput): boolean {
  const { release, deadline } = one;
  if (input.told?.lastWord === undefined || release === undefined || deadline === undefined) return false;
  return (
    isGate(deadline, release.version) &&
    includesName(namedBy(one, memory, input, toldUntil(release, deadline, input)), name)
  );
}

/** The first day after which those who are asked hear nothing more from digests; undefined: all of them will. */
function toldUntil(release: Release, milestone: Milestone, input: ApprovalsInput): Day | undefined {
  const { told, source, observed, now } = input;
  const { holidays } = source.spec;
  const tracking = observed.ownIssues.find(({ key }) => key === trackingKey(release));
  const word = told?.lastWord?.({ milestone, release, tracking, holidays });
  if (word?.kind === 'awaited') return undefined;
  const monday = mondayOf(dayAt(now, release.timezone));
  const next = word?.kind === 'said' ? addDays(word.day, 1) : monday;
  return next > monday ? next : monday;
}

/** Who was asked to approve it, for whatever deadline; in the week of the deadline also those who lead them. */
export function namedByDigest(one: Judged, memory: Memory, input: ApprovalsInput): string[] {
  return namedBy(one, memory, input, undefined);
}

/** `before`: only who was asked before that day. */
function namedBy(one: Judged, memory: Memory, input: ApprovalsInput, before: Day | undefined): string[] {
  const { verdict, release, deadline } = one;
  if (verdict.kind !== 'waiting' || release === undefined || deadline === undefined) return [];
  const wasAsked = ({ name }: { readonly name: string }): boolean =>
    askedAt(name, one, release, memory).some(
      (at) => before === undefined || dayAt(at, release.timezone) < before,
    );
  const asked = verdict.pending.asks
    .slice(0, MOST_ASKED)
    .filter((ask) => !ask.quiet && kindOf(ask.name) !== 'address' && wasAsked(ask));
  const leads = isThisWeek(deadline, release, input) ? asked.flatMap(({ lead }) => lead ?? []) : [];
  return uniqueNames([...asked.map(({ name }) => name), ...leads]).filter(
    (name) => !includesName([one.pull.author.login], name) && !input.isQuiet(name, release.version),
  );
}

/** On it, and in comments on other pull requests. */
function askedAt(name: string, { pull }: Judged, { version }: Release, memory: Memory): Instant[] {
  const prefix = `${keyOf(version, 'approval', String(pull.number))}/`;
  const here = saidOn(pull).filter(
    ({ stage, told }) => stage.startsWith(prefix) && (told === undefined || includesName(told, name)),
  );
  return [...here.map(({ at }) => at), ...heardAnywhere(name, pull, memory)];
}

function isThisWeek({ day }: Milestone, { timezone }: Release, { now }: ApprovalsInput): boolean {
  return mondayOf(day) === mondayOf(dayAt(now, timezone));
}
