// Votes on a day that their milestone no longer has: they end without a result.
import type { DesiredRecord } from '../../domain/desired.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { dayOfVote, readVote, rowsOfVote } from './memory.ts';
import { render } from './render.ts';
import { resultText, voteTitle } from './render-vote.ts';
import type { Vote } from './votes.ts';
import type { Day, Instant } from '../../domain/day.ts';

/** Their comments say so once. */
export function movedVotes(vote: Vote, now: Instant): DesiredRecord[] {
  const { release, milestone, tracking, config } = vote;
  return (tracking.records ?? []).flatMap((record): DesiredRecord[] => {
    const day = dayOfVote(record.name, milestone.id);
    const memory = day === undefined || day === milestone.day ? undefined : readVote(record);
    if (memory === undefined || memory.result !== undefined) return [];
    const result = { result: 'moved', rule: config.rule, counted: now, votes: [], also: [] } as const;
    const old = { ...vote, milestone: { ...milestone, day: day as Day } };
    return [
      {
        kind: 'record',
        issue: trackingKey(release),
        name: record.name,
        title: voteTitle(old),
        about: resultText(old, { ...result, votes: [], also: [] }),
        isShown: true,
        rows: rowsOfVote({ ...memory, result: { ...result, votes: [], also: [] } }),
        why: render.whyMoved(),
      },
    ];
  });
}
