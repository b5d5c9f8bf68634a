// Whose vote is missing is asked once.
import type { Desired } from '../../domain/desired.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Tally } from './count.ts';
import type { GoNoGoInput } from './input.ts';
import type { VoteMemory } from './memory.ts';
import { render } from './render.ts';
import { silenceAt } from './times.ts';
import { type Vote, keys } from './votes.ts';
import { entryOf } from './wishes.ts';

/** People who want no pings are not asked. */
export function ask(vote: Vote, { opened }: VoteMemory, { casts }: Tally, input: GoNoGoInput): Desired[] {
  const key = keys.asked(vote);
  if (vote.tracking.ledger?.entries.some((entry) => entry.key === key) === true) return [];
  const { version } = vote.release;
  const missing = casts
    .filter(({ ballot }) => ballot === undefined)
    .map(({ voter }) => voter)
    .filter(({ kind, name }) => kind === 'team' || !input.isQuiet(name, version));
  const { zone } = vote.milestone;
  const when = silenceAt({ opened, ends: vote.ends, zone }, input.now, input.source.spec.holidays);
  if (missing.length === 0 || when === 'not-yet') return [];
  const why = render.whyAsk();
  return [
    {
      kind: 'comment',
      issue: trackingKey(vote.release),
      key,
      entry: key,
      body: render.ask(vote, missing),
      mayWait: when === 'may-wait',
      why,
    },
    entryOf(vote, key, render.askEntry(vote, missing), why, input),
  ];
}
