// What a vote writes: its comment, and lines in the log.
import { dayAt } from '../../domain/day.ts';
import type { Instant } from '../../domain/day.ts';
import type { Desired, DesiredRecord } from '../../domain/desired.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { type VoteMemory, rowsOfVote } from './memory.ts';
import { render } from './render.ts';
import { voteTitle } from './render-vote.ts';
import type { Vote } from './votes.ts';

/** `answers` are keys of commands that it remembers from now on. */
export function recordOf(
  vote: Vote,
  memory: VoteMemory,
  about: string,
  answers: readonly string[] = [],
): DesiredRecord {
  return {
    kind: 'record',
    issue: trackingKey(vote.release),
    name: vote.name,
    title: voteTitle(vote),
    about,
    isShown: true,
    rows: rowsOfVote(memory),
    ...(answers.length === 0 ? {} : { answers }),
    why: memory.result === undefined ? render.whyOpen() : render.whyResult(),
  };
}

export function entryOf(
  vote: Vote,
  key: string,
  text: string,
  why: string,
  { now }: { readonly now: Instant },
  isShown = false,
): Desired {
  const day = dayAt(now, vote.release.timezone);
  const issue = trackingKey(vote.release);
  return { kind: 'entry', issue, key, day, text, ...(isShown ? { shown: true } : {}), why };
}
