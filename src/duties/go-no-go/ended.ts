// A vote that has its result: written into its comment, into the log, and told once.
import { dayAt } from '../../domain/day.ts';
import type { Desired } from '../../domain/desired.ts';
import type { Ballot } from '../../domain/votes.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { DutyAnswer } from '../duty.ts';
import { afterNoGo } from './after-no-go.ts';
import type { GoNoGoInput } from './input.ts';
import type { VoteMemory, VoteResult } from './memory.ts';
import { render } from './render.ts';
import { resultText } from './render-vote.ts';
import { noGoStanding } from './standing.ts';
import { type Vote, keys } from './votes.ts';
import { entryOf, recordOf } from './wishes.ts';

/** It is never counted again: all of it follows from what was `kept`. */
export function ended(
  vote: Vote,
  memory: VoteMemory,
  kept: VoteResult,
  input: GoNoGoInput,
  answers: readonly string[] = [],
): DutyAnswer {
  const { result } = kept;
  if (result === 'moved') return { desired: [], skips: [] };
  const standing = result === 'no-go' ? [noGoStanding(vote, namesOf(kept, 'no-go'))] : [];
  if (vote.tracking.ledger?.entries.some(({ key }) => key === keys.told(vote)) === true)
    return { desired: [], skips: [], standing };
  const why = render.whyResult();
  return {
    desired: [
      recordOf(vote, { ...memory, result: kept }, resultText(vote, kept), answers),
      entryOf(vote, keys.result(vote, result), render.resultEntry(vote, result), why, input, true),
      ...told(vote, result, kept, input),
    ],
    skips: [],
    standing,
  };
}

/** A go may wait for another comment until the next working day is over; a no-go has to be acted on. */
function told(vote: Vote, result: Ballot, kept: VoteResult, input: GoNoGoInput): Desired[] {
  const key = keys.told(vote);
  const slip = result === 'no-go' ? afterNoGo(vote, key, input) : { words: [], pulls: [] };
  const body = render.result(vote, result, namesOf(kept, 'no-go'), namesOf(kept, undefined));
  const { timezone } = vote.release;
  const last = addWorkingDays(dayAt(kept.counted, timezone), 1, input.source.spec.holidays);
  const why = render.whyResult();
  return [
    ...slip.pulls,
    {
      kind: 'comment',
      issue: trackingKey(vote.release),
      key,
      entry: key,
      body: [body, ...slip.words].join('\n\n'),
      mayWait: result === 'go' && dayAt(input.now, timezone) <= last,
      ...(slip.pull === undefined ? {} : { pull: slip.pull }),
      why,
    },
    entryOf(vote, key, render.toldEntry(vote), why, input),
  ];
}

function namesOf({ votes }: VoteResult, ballot: Ballot | undefined): string[] {
  return votes.filter((one) => one.ballot === ballot).map(({ name }) => name);
}
