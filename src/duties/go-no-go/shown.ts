// The votes of a release as people see them: the comments on its tracking issue, with what they keep.
import type { Milestone, Release } from '../../domain/release.ts';
import { readRecord, recordKey } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { readMarker } from '../../text/marker.ts';
import { isOwn } from '../find-own.ts';
import type { SeenIssue } from '../view.ts';
import { type VoteMemory, readVote, voteName } from './memory.ts';

export interface ShownVote {
  readonly milestone: Milestone;
  readonly memory: VoteMemory;
}

/** Of the days that the milestones have now; a copy that a person wrote is none. */
export function shownVotes({ comments }: SeenIssue, release: Release): ShownVote[] {
  return release.milestones.flatMap((milestone): ShownVote[] => {
    const key = recordKey(trackingKey(release), voteName(milestone));
    const found = comments.find((comment) => isOwn(comment) && readMarker(comment.body) === key);
    const memory = found && readVote({ rows: readRecord(found.body) });
    return memory === undefined ? [] : [{ milestone, memory }];
  });
}
