// Carries out operations, one after the other; each failure stays with its operation and is reported.
import type { Operation } from '../../domain/operation.ts';
import type { Channels } from '../../domain/outbox.ts';
import type { GitHub } from '../client.ts';
import { failureWords, isLimit } from '../failure.ts';
import { heldBy, isHeld } from '../held.ts';
import { addAssignee } from './add-assignee.ts';
import { addReaction } from './add-reaction.ts';
import { addDependency, removeDependency } from './dependencies.ts';
import { addSubIssue } from './add-sub-issue.ts';
import { closeIssue, reopenIssue } from './change-state.ts';
import { closeDuplicate } from './close-duplicate.ts';
import { createCheck } from './create-check.ts';
import type { Writer } from './writer.ts';
import { createComment } from './create-comment.ts';
import { createIssue } from './create-issue.ts';
import { createPullComment } from './create-pull-comment.ts';
import { createMilestone } from './create-milestone.ts';
import { addLabels, removeLabel } from './change-labels.ts';
import { closeMilestone, createLabel, moveMilestone, setMilestone } from './plain-writes.ts';
import type { Applied, Outcome, Written } from '../../domain/outcome.ts';
import { editComment } from './edit-comment.ts';
import { foldLedger } from './fold-ledger.ts';
import { foldRecord } from './fold-record.ts';
import { minimiseComment } from './minimise-comment.ts';
import { openPull } from './open-pull.ts';
import { checkReceipts } from './outbox-place.ts';
import type { Receipts } from './receipts.ts';
import { pinIssue, unpinIssue } from './pin-issue.ts';
import { renameIssue } from './rename-issue.ts';
import { putBack } from './put-back.ts';
import { putBook } from './put-book.ts';
import { putFile } from './put-file.ts';
import { sendNotice } from './send-notice.ts';
import { setStatus } from './set-status.ts';
import { setTargetDate } from './set-target-date.ts';
import { collectWrites } from './together/collect-writes.ts';
import { inGroups } from './together/in-groups.ts';
import { type World, startWorld } from './world.ts';
import { closePull, deleteBranch, deleteLabel } from './take-away.ts';
import { takeBack } from './take-back.ts';
import { updatePull } from './update-pull.ts';
import { writeBody } from './write-body.ts';
import { writeLedger } from './write-ledger.ts';
import { writeRecord } from './write-record.ts';

/** Writes after which the ledger remembers a task as done, or a day as told. */
const TOLD_AS_DONE: readonly Operation['kind'][] = [
  'write-body',
  'close-issue',
  'reopen-issue',
  'create-comment',
];
const MISSED: readonly Outcome[] = ['failed', 'not-tried'];

/**
 * What became of each operation, in order. Never throws for GitHub's sake. Once the pacer holds a write back
 * nothing more is tried: the rest is for the next run.
 */
export async function apply(
  github: GitHub,
  operations: readonly Operation[],
  seen: Pick<World, 'setting' | 'observation'>,
  channels?: Channels,
  receipts?: Receipts,
): Promise<Applied[]> {
  const world = startWorld(github, seen.setting, seen.observation, channels, receipts);
  const applied: Applied[] = [];
  for (const group of inGroups(operations)) {
    // oxlint-disable-next-line no-await-in-loop -- GitHub asks for serial writes, and later ones need earlier ones
    const some = await applyGroup(world, group);
    world.unsettled ||= some.some(
      ({ operation, outcome }) => TOLD_AS_DONE.includes(operation.kind) && MISSED.includes(outcome),
    );
    applied.push(...some);
  }
  // Each receipt was tried once; where this fails, a caller that keeps them hands them to the next run.
  await checkReceipts(world).catch(() => {});
  return applied;
}

/** What goes together is asked for by each, and sent once all have asked. */
async function applyGroup(world: World, group: readonly Operation[]): Promise<Applied[]> {
  const [first] = group;
  if (group.length === 1 && first !== undefined) return [await applyOne(world, first)];
  const { writes, send } = collectWrites(world);
  const all = group.map((operation) => applyOne(world, operation, writes));
  await send();
  return await Promise.all(all);
}

async function applyOne(world: World, operation: Operation, writes?: Writer): Promise<Applied> {
  const { stop } = world.github;
  if (stop?.aborted === true) world.held ??= heldBy(stop).message;
  if (world.held !== undefined) return { operation, outcome: 'held', detail: world.held };
  try {
    return { operation, ...(await write(world, operation, writes)) };
  } catch (error) {
    const held = isHeld(error) ? error.message : isLimit(error) ? failureWords(error) : undefined;
    if (held !== undefined) {
      world.held = held;
      return { operation, outcome: 'held', detail: held };
    }
    return { operation, outcome: 'failed', detail: failureWords(error) };
  }
}

type Writes = {
  readonly [Kind in Operation['kind']]: (
    world: World,
    operation: Extract<Operation, { kind: Kind }>,
    writes?: Writer,
  ) => Promise<Written>;
};

/** Who writes what: one function for each kind. */
const WRITES: Writes = {
  'create-label': createLabel,
  'create-milestone': createMilestone,
  'move-milestone': moveMilestone,
  'close-milestone': closeMilestone,
  'create-issue': createIssue,
  'close-duplicate': closeDuplicate,
  'write-body': writeBody,
  'add-labels': addLabels,
  'set-milestone': setMilestone,
  'rename-issue': renameIssue,
  'add-assignee': addAssignee,
  'set-target-date': setTargetDate,
  'pin-issue': pinIssue,
  'unpin-issue': unpinIssue,
  'close-issue': closeIssue,
  'reopen-issue': reopenIssue,
  'add-sub-issue': addSubIssue,
  'add-dependency': addDependency,
  'remove-dependency': removeDependency,
  'remove-label': removeLabel,
  'open-pull': openPull,
  'update-pull': updatePull,
  'add-reaction': addReaction,
  'create-comment': createComment,
  'create-check': createCheck,
  'set-status': setStatus,
  'create-pull-comment': createPullComment,
  'edit-comment': editComment,
  'put-back': putBack,
  'fold-ledger': foldLedger,
  'fold-record': foldRecord,
  'minimise-comment': minimiseComment,
  'put-file': putFile,
  'put-book': putBook,
  'delete-label': deleteLabel,
  'close-pull': closePull,
  'delete-branch': deleteBranch,
  'take-back': takeBack,
  'send-notice': sendNotice,
  'write-record': writeRecord,
  'write-ledger': writeLedger,
};

function write(world: World, operation: Operation, writes?: Writer): Promise<Written> {
  const made = WRITES[operation.kind] as (world: World, one: Operation, writes?: Writer) => Promise<Written>;
  return made(world, operation, writes);
}
