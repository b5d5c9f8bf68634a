// What is remembered of test environments and candidates: the record, and a line in the log for each merge that somebody allowed.
import { isDeepStrictEqual } from 'node:util';
import { dayAt } from '../../domain/day.ts';
import type { Desired, DesiredRecord } from '../../domain/desired.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { keyOf } from '../../text/marker.ts';
import type { Gate } from './gate.ts';
import type { EnvironmentsInput } from './input.ts';
import type { Turned } from './look.ts';
import { type EnvironmentMemory, RECORD, gateOf, rowsOfMemory } from './memory.ts';
import { render } from './render.ts';

/** A pull request, and the candidate that it is. */
export interface Bound {
  readonly number: number;
  readonly gate: Gate;
}

/** Nothing where nothing is to be remembered. */
export function recordsOf(
  { release, memory, before, answers }: Turned,
  bound: readonly Bound[],
): DesiredRecord[] {
  const own = bound.filter(({ gate }) => gate.release.version === release.version);
  const gates = own.map(({ number, gate: { candidate } }): [string, object] => [
    candidate.id,
    { ...gateOf(candidate.id, memory), pull: number },
  ]);
  const next: EnvironmentMemory = { ...memory, gates: { ...memory.gates, ...Object.fromEntries(gates) } };
  const [now, last] = [rowsOfMemory(next), rowsOfMemory(before)].map(
    (kept) => JSON.parse(JSON.stringify(kept)) as DesiredRecord['rows'],
  );
  if (now === undefined || isDeepStrictEqual(now, last)) return [];
  return [
    {
      kind: 'record',
      issue: trackingKey(release),
      name: RECORD,
      title: render.recordTitle(),
      about: render.recordAbout(),
      rows: now,
      ...(answers.length === 0 ? {} : { answers }),
      why: render.whyRecord(),
    },
  ];
}

/** Each is a line in the log, with its reason. */
export function overrides({ release, plans, memory }: Turned, { now }: EnvironmentsInput): Desired[] {
  const candidates = new Map(plans.map(({ candidate }) => [candidate.id, candidate]));
  return [...candidates.values()].flatMap(({ id, title }): Desired[] => {
    const { allowed } = gateOf(id, memory);
    if (allowed === undefined) return [];
    const { by, because, at } = allowed;
    return [
      {
        kind: 'entry',
        issue: trackingKey(release),
        key: keyOf(release.version, 'environment', 'allowed', id, String(at)),
        day: dayAt(now, release.timezone),
        text: render.allowedEntry(title, by, because),
        shown: true,
        why: render.said(by),
      },
    ];
  });
}
