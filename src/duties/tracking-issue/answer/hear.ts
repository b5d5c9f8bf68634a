// Goes through the commands that people wrote about a release: what they change all in all, and their answers.
import { answerComment } from '../../../commands/answer-comment.ts';
import { NO_COMMANDS } from '../../../commands/book.ts';
import type { CommandComment, Refusal } from '../../../domain/command-comment.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { sceneFor } from '../../command-scene.ts';
import type { DutyContext } from '../../duty.ts';
import type { TrackingIssueConfig } from '../config.ts';
import { type Effects, NO_EFFECTS, type ReleaseState } from './effects.ts';
import { RELEASE_PLACE } from './place.ts';

export interface Hearing {
  readonly release: Release;
  readonly context: DutyContext<TrackingIssueConfig>;
  readonly issues: readonly OwnIssue[];
  readonly comments: readonly CommandComment[];
  /** Of the duties before. */
  readonly refusals: readonly Refusal[];
  readonly state: ReleaseState;
}

export interface HeardCommands extends Effects {
  readonly desired: readonly Desired[];
  /** What was refused here. */
  readonly refusals: readonly Refusal[];
}

/** Later comments win. */
export function hearCommands({
  release,
  context,
  issues,
  comments,
  refusals,
  state,
}: Hearing): HeardCommands {
  const issue = trackingKey(release);
  const scene = sceneFor(release, context, issues);
  const desk = {
    book: context.commands ?? NO_COMMANDS,
    place: RELEASE_PLACE.name,
    release,
    log: { issue, entries: issues.find(({ key }) => key === issue)?.ledger?.entries ?? [] },
    now: context.now,
    scene: (entry: Parameters<typeof scene>[0], effects: Effects) => scene(entry, { ...state, effects }),
  };
  const start: HeardCommands = { ...NO_EFFECTS, desired: [], refusals };
  const heard = comments
    .filter((comment) => RELEASE_PLACE.holds?.(comment.issue, release) === true)
    .reduce((before, comment) => {
      const answered = answerComment<Effects>(comment, before, { ...desk, refusals: before.refusals });
      const desired = [...before.desired, ...answered.desired];
      return { ...answered.at, desired, refusals: answered.refusals };
    }, start);
  return { ...heard, refusals: heard.refusals.slice(refusals.length) };
}
