// Goes through the commands on a case file: what they change of its memory, and their answers.
import { answerComment } from '../../../commands/answer-comment.ts';
import { NO_COMMANDS } from '../../../commands/book.ts';
import type { CommandComment, Refusal } from '../../../domain/command-comment.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { sceneFor } from '../../command-scene.ts';
import type { CaseMemory } from '../case/case-memory.ts';
import type { FailingTestsInput } from '../input.ts';
import { ownerById } from '../judge/owner.ts';
import type { CaseAt } from './commands.ts';
import { CASE_PLACE } from './place.ts';

export interface Heard {
  readonly memory: CaseMemory;
  readonly desired: readonly Desired[];
  /** Keys of the answers: they wait until the memory is written. */
  readonly answers: readonly string[];
  /** The team that it was handed to, by whom, and the comment that did it. */
  readonly moved?: { readonly by: string; readonly commentId: number } | undefined;
  /** Those of before, and what was refused here. */
  readonly refusals: readonly Refusal[];
}

export interface Hearing {
  readonly release: Release;
  readonly tracking: OwnIssue | undefined;
  readonly input: FailingTestsInput;
}

/** Later comments win. */
export function hear(
  issue: OwnIssue,
  memory: CaseMemory,
  refusals: readonly Refusal[],
  hearing: Hearing,
): Heard {
  return hearing.input.observed.commands
    .filter((comment) => comment.issue === issue.key && comment.number === issue.number)
    .reduce((before: Heard, comment) => withComment(before, comment, issue, hearing), {
      memory,
      desired: [],
      answers: [],
      refusals,
    });
}

function withComment(
  before: Heard,
  comment: CommandComment,
  issue: OwnIssue,
  { release, tracking, input }: Hearing,
): Heard {
  const owner = ownerById(before.memory.owner, release, input);
  const closed = issue.state === 'closed';
  const scene = sceneFor(release, input, input.observed.ownIssues);
  const answered = answerComment<CaseMemory>(comment, before.memory, {
    book: input.commands ?? NO_COMMANDS,
    place: CASE_PLACE.name,
    release,
    log: { issue: trackingKey(release), entries: tracking?.ledger?.entries ?? [] },
    refusals: before.refusals,
    now: input.now,
    scene: (entry, memory) => scene<CaseAt>(entry, { memory, owner, closed }),
  });
  const { at: after, answers, key, desired, refusals } = answered;
  const heard = answers.some(({ good }) => good) && after !== before.memory;
  return {
    memory: heard ? { ...after, heardAt: input.now } : after,
    desired: [...before.desired, ...desired],
    answers: [...before.answers, key],
    moved:
      after.owner === before.memory.owner
        ? before.moved
        : { by: comment.author, commentId: comment.commentId },
    refusals,
  };
}
