// Who was asked once hears the rest from the digest of the week and the last notice of the deadline, not once more here.
import { dayAt, mondayOf } from '../../../domain/day.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { includesName, kindOf, uniqueNames } from '../../../people/names.ts';
import { isGate } from '../../../schedule/milestone-kind.ts';
import { keyOf } from '../../../text/marker.ts';
import type { ApprovalsInput } from '../input.ts';
import { MOST_ASKED } from '../judge/pending.ts';
import type { Judged } from '../judge/verdict.ts';
import { type Memory, heardAnywhere } from './memory.ts';
import { saidOn } from './told.ts';

/** While both are made: they mention everybody who was asked, so a comment of its own would be one email more. */
export function isInDigest(name: string, one: Judged, memory: Memory, input: ApprovalsInput): boolean {
  const { release, deadline } = one;
  if (input.told?.digests !== true || release === undefined || deadline === undefined) return false;
  return isGate(deadline, release.version) && includesName(namedByDigest(one, memory, input), name);
}

/** Who was asked to approve it, for whatever deadline; in the week of the deadline also those who lead them. */
export function namedByDigest(one: Judged, memory: Memory, input: ApprovalsInput): string[] {
  const { verdict, release, deadline } = one;
  if (verdict.kind !== 'waiting' || release === undefined || deadline === undefined) return [];
  const asked = verdict.pending.asks
    .slice(0, MOST_ASKED)
    .filter(
      ({ name, quiet }) => !quiet && kindOf(name) !== 'address' && wasAsked(name, one, release, memory),
    );
  const leads = isThisWeek(deadline, release, input) ? asked.flatMap(({ lead }) => lead ?? []) : [];
  return uniqueNames([...asked.map(({ name }) => name), ...leads]).filter(
    (name) => !includesName([one.pull.author.login], name) && !input.isQuiet(name, release.version),
  );
}

function wasAsked(name: string, { pull }: Judged, { version }: Release, memory: Memory): boolean {
  const prefix = `${keyOf(version, 'approval', String(pull.number))}/`;
  const here = saidOn(pull).some(
    ({ stage, told }) => stage.startsWith(prefix) && (told === undefined || includesName(told, name)),
  );
  return here || heardAnywhere(name, pull, memory);
}

function isThisWeek({ day }: Milestone, { timezone }: Release, { now }: ApprovalsInput): boolean {
  return mondayOf(day) === mondayOf(dayAt(now, timezone));
}
