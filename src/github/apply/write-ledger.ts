// Adds entries to the ledger comment of an issue, or makes the comment.
import type { LedgerEntry, LedgerState } from '../../domain/observed.ts';
import type { WriteLedger } from '../../domain/log-operation.ts';
import { askedFor } from '../../memory/asked-for.ts';
import { addToLedger, ledgerKey, readLedger, readState, renderLedger } from '../../memory/ledger.ts';
import { mergeState } from '../../memory/merge-state.ts';
import { type Overrun, overrun, sameBody } from '../../body/overrun.ts';
import { isAssignable } from '../is-assignable.ts';
import type { EditedText } from '../../body/rescue.ts';
import { EDITS, type RawText, editedText } from './edit-history.ts';
import { findOwnComments } from './find-own-comments.ts';
import type { Written } from '../../domain/outcome.ts';
import { tellsMove } from '../../memory/tells-move.ts';
import { sameMemory } from '../../memory/same-memory.ts';
import { sendOrFind } from './send-or-find.ts';
import { readOwnComment } from './read-own-comment.ts';
import { type World, know, resolveIssue } from './world.ts';

interface News {
  /** Key of the issue that the ledger belongs to. */
  readonly key: string;
  readonly entries: readonly LedgerEntry[];
  readonly state: LedgerState | undefined;
  /** What was remembered when this run looked. */
  readonly base: LedgerState | undefined;
}

/** What is remembered before anything was. */
const NOTHING: LedgerState = { done: [], days: {}, due: {}, assigned: [], below: [] };

/** Somebody would have to write within the same instant this often in a row for a run to give up. */
const TRIES = 3;

const HISTORY = `query RelcommsLedger($id: ID!) {
  node(id: $id) { ... on IssueComment { body ${EDITS} } }
}`;

export async function writeLedger(world: World, operation: WriteLedger): Promise<Written> {
  // What an earlier write of this run could not do is not done by its line in the log.
  const fresh = operation.entries.map(({ key }) => key).filter((key) => !world.unwritten.has(key));
  for (const key of fresh) world.unwritten.add(key);
  const written = await write(world, operation);
  for (const key of fresh) world.unwritten.delete(key);
  return written;
}

async function write(world: World, operation: WriteLedger): Promise<Written> {
  const target = resolveIssue(world, operation.issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not created' };
  const { number } = target;
  const issues = world.observation.ownIssues.known ? world.observation.ownIssues.value : [];
  const ledger = issues.find((issue) => issue.number === number)?.ledger;
  await doubt(world, operation);
  const news = whatHappened(world, operation, ledger?.state);
  if (news.entries.length === 0 && news.state === undefined) {
    return { outcome: 'not-tried', number, detail: 'nothing of it happened' };
  }
  if (ledger !== undefined) return await extendLedger(world, number, ledger.commentId, news);
  // A list of comments that left it out must not begin it a second time.
  const isNew = 'key' in operation.issue;
  const [there] = isNew ? [] : await findOwnComments(world, number, ledgerKey(operation.key));
  return there === undefined
    ? await start(world, number, news)
    : await extendLedger(world, number, there, news);
}

/** A list may lack somebody and be wrong: that a person can't be assigned is noted when GitHub says it of that person. */
async function doubt({ github, withheld }: World, { entries }: WriteLedger): Promise<void> {
  for (const { key, unassignable } of entries) {
    if (unassignable === undefined || withheld.has(key)) continue;
    // oxlint-disable-next-line no-await-in-loop -- hardly ever is there one
    const can = await isAssignable(github, unassignable).catch(() => true);
    if (can) withheld.add(key);
  }
}

/** The entries and the state without what did not happen; what was remembered before stays in its place. */
function whatHappened(
  world: World,
  { key, entries, state, left }: WriteLedger,
  base: LedgerState | undefined,
): News {
  const withheld = new Set([...world.withheld, ...(left ?? [])]);
  const before = base ?? NOTHING;
  const told = left === undefined && world.unsettled !== true ? state : before;
  const written = entries.filter((entry) => !withheld.has(entry.key));
  return {
    key,
    entries: written,
    state: state && {
      ...(told ?? before),
      ...askedFor(
        written.map((entry) => entry.key),
        state,
      ),
      // A day is told by its line in the log, whatever else failed: else the next run would tell it once more.
      days: entries.some((entry) => tellsMove(entry.key) && withheld.has(entry.key))
        ? before.days
        : state.days,
      due: dueOf(told?.due ?? {}, before.due, withheld),
      assigned: state.assigned.filter((name) => !withheld.has(name)),
      below: state.below.filter((id) => !withheld.has(`below:${id}`)),
      ...blockedOf(state.blocked, before.blocked, withheld, world.theirs),
    },
    base,
  };
}

/** What was not added is not remembered, what was not taken back is; what people had added before is theirs. */
function blockedOf(
  told: LedgerState['blocked'] = {},
  before: LedgerState['blocked'] = {},
  withheld: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
): Pick<LedgerState, 'blocked'> {
  const kept = Object.entries(before).filter(([pair]) => withheld.has(`unblocked:${pair}`));
  const added = Object.entries(told)
    .filter(([pair]) => !withheld.has(`blocked:${pair}`))
    .map(([pair, by]): [string, string] => [pair, theirs.has(`blocked:${pair}`) ? 'people' : by]);
  const all = [...kept, ...added].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return all.length === 0 ? {} : { blocked: Object.fromEntries(all) };
}

function dueOf(
  due: LedgerState['due'],
  before: LedgerState['due'],
  withheld: ReadonlySet<string>,
): LedgerState['due'] {
  const days = Object.entries(due).map(([id, day]) => [id, withheld.has(`due:${id}`) ? before[id] : day]);
  return Object.fromEntries(days.filter(([, day]) => day !== undefined)) as LedgerState['due'];
}

/**
 * Reads the comment again right before the write, so that another run's entries stay, and looks at its
 * history afterwards: what somebody saved between read and write is put back, as in bodies.
 */
export async function extendLedger(
  world: World,
  number: number,
  commentId: number,
  news: News,
): Promise<Written> {
  const { owner, repo } = world.github;
  const place = { owner, repo, comment_id: commentId };
  const read = await readOwnComment(world, commentId);
  // Notes of people stay, but what they changed in the log itself counts for nothing.
  let current = sameMemory(read.text, read.current) ? read.current : read.text;
  let body = withNews(current, news);
  if (body === read.current) return { outcome: 'already', number };
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    // oxlint-disable-next-line no-await-in-loop -- each write is checked before the next
    await world.github.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...place,
      body,
    });
    // oxlint-disable-next-line no-await-in-loop -- see above
    const now = await readHistory(world, read.nodeId);
    know(world, commentId, body);
    const lost = overrun(now.history, current, body, [], now.byUs);
    const ours = lost && ownLoss(lost, now);
    if (ours === undefined) return { outcome: 'done', number };
    current = now.byUs[0] === false && !sameMemory(body, now.body) ? body : now.body;
    body = withNews(putBack(current, ours, news.key), news);
    if (body === current) return { outcome: 'done', number };
  }
  return {
    outcome: 'failed',
    number,
    detail: 'somebody edits the log at the same time; the next run continues',
  };
}

function withNews(body: string, { key, entries, state, base }: News): string {
  return addToLedger(body, key, entries, state && mergeState(base, state, readState(body)));
}

/** What we ran over, if it counts: an edit of somebody else does as far as it leaves the log as we wrote it. */
function ownLoss(lost: Overrun, { history, byUs }: EditedText): Overrun | undefined {
  const mine = history.findIndex((text, index) => byUs[index] === true && sameBody(text, lost.written));
  const at = mine + 1;
  if (byUs[at] === true) return lost;
  const before = history.slice(at).find((_, index) => byUs[at + index] === true);
  if (before === undefined) return undefined;
  return sameMemory(before, lost.theirs) ? lost : { ...lost, theirs: before };
}

/** Their whole comment when nothing came after our write; else the lines of the log that they had added. */
function putBack(current: string, lost: Overrun, key: string): string {
  return current === lost.written ? lost.theirs : addToLedger(current, key, readLedger(lost.theirs));
}

async function readHistory({ github, setting }: World, id: string): Promise<EditedText> {
  const { node } = (await github.graphql(HISTORY, { id })) as { readonly node: RawText };
  return editedText(node, setting.accounts);
}

async function start(world: World, number: number, { key, entries, state }: News): Promise<Written> {
  const { owner, repo } = world.github;
  const body = renderLedger(key, entries, state);
  const send = async (): Promise<Written> => {
    await world.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: number,
      body,
      request: { retries: 0 },
    });
    return { outcome: 'done', number };
  };
  return await sendOrFind<Written>(send, async () => {
    const there = await findOwnComments(world, number, ledgerKey(key));
    if (there.length === 0) return undefined;
    return { outcome: 'already', number, detail: 'the answer was lost, the comment was there' };
  });
}
