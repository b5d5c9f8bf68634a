// The votes of a release, each with what is known of it: whether it is open, ended, lost, or still to come.
import { forMilestone } from '../../domain/candidate.ts';
import type { Instant } from '../../domain/day.ts';
import type { OwnIssue, RecordComment } from '../../domain/observed.ts';
import { type Milestone, type Release, isRunning } from '../../domain/release.ts';
import type { OpenVote } from '../../domain/votes.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { keyOf } from '../../text/marker.ts';
import type { DutyContext } from '../duty.ts';
import type { GoNoGoConfig, VoteConfig } from './config.ts';
import { type VoteMemory, readVote, voteName } from './memory.ts';
import { opensAt } from './times.ts';
import { type Voter, votersOf } from './voters.ts';

export type VoteContext = Pick<DutyContext<GoNoGoConfig>, 'config' | 'releases' | 'teams' | 'source' | 'now'>;

/** A milestone that people vote on, with the comment of its vote. */
export interface Vote {
  readonly release: Release;
  readonly milestone: Milestone;
  readonly config: VoteConfig;
  readonly voters: readonly Voter[];
  readonly tracking: OwnIssue;
  /** Of the record. */
  readonly name: string;
  readonly opens: Instant;
  /** The moment of the milestone. */
  readonly ends: Instant;
  readonly record?: RecordComment | undefined;
  /** Absent: it has not begun, or its comment is gone. */
  readonly memory?: VoteMemory | undefined;
}

/** Of one release whose tracking issue is open and has its log: without a log nothing could be remembered. */
export function votesOf(release: Release, context: VoteContext, issues: readonly OwnIssue[]): Vote[] {
  const tracking = issues.find(({ key }) => key === trackingKey(release));
  if (tracking?.ledger === undefined || tracking.state === 'closed') return [];
  return release.milestones.flatMap((milestone): Vote[] => {
    const config = forMilestone(context.config.milestones, milestone);
    if (config === undefined) return [];
    const name = voteName(milestone);
    const record = tracking.records?.find((one) => one.name === name);
    return [
      {
        release,
        milestone,
        config,
        voters: votersOf(config, release, context.teams),
        tracking,
        name,
        opens: opensAt(milestone, config.window, context.source.spec.holidays),
        ends: milestone.deadline,
        record,
        memory: record && readVote(record),
      },
    ];
  });
}

/** Of all releases in their weeks. */
export function runningVotes(context: VoteContext, issues: readonly OwnIssue[]): Vote[] {
  return context.releases
    .filter((release) => isRunning(release, context.now))
    .flatMap((release) => votesOf(release, context, issues));
}

/** It has begun and has no result: reactions on its comment may still be votes. */
export function isUncounted({ record, memory }: Vote): boolean {
  return record !== undefined && memory !== undefined && memory.result === undefined;
}

/** What has to be read of the votes that are not counted yet. */
export function openVotes(context: VoteContext, issues: readonly OwnIssue[]): OpenVote[] {
  return runningVotes(context, issues)
    .filter(isUncounted)
    .flatMap(({ record, voters }) =>
      record === undefined
        ? []
        : [{ commentId: record.commentId, teams: voters.flatMap(({ team }) => team ?? []) }],
    );
}

/** Keys of lines in the log. */
export const keys = {
  opened: ({ release, milestone }: Vote) => voteKey(release, milestone, 'opened'),
  asked: ({ release, milestone }: Vote) => voteKey(release, milestone, 'asked'),
  told: ({ release, milestone }: Vote) => voteKey(release, milestone, 'told'),
  result: ({ release, milestone }: Vote, result: string) => voteKey(release, milestone, 'result', result),
};

function voteKey({ version }: Release, { id, day }: Milestone, ...rest: readonly string[]): string {
  return keyOf(version, 'go-no-go', id, day, ...rest);
}
