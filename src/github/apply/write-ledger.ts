// Adds entries to the ledger comment of an issue, or makes the comment.
import type { LedgerEntry, LedgerState } from '../../domain/observed.ts';
import type { WriteLedger } from '../../domain/operation.ts';
import { addToLedger, ledgerKey, renderLedger } from '../../text/ledger.ts';
import { isAmbiguous } from '../failure.ts';
import { findOwnComments } from './find-own-comments.ts';
import type { Written } from './outcome.ts';
import { type World, resolveIssue } from './world.ts';

interface News {
  /** Key of the issue that the ledger belongs to. */
  readonly key: string;
  readonly entries: readonly LedgerEntry[];
  readonly state: LedgerState | undefined;
}

/** What is remembered before anything was. */
const NOTHING: LedgerState = { done: [], days: {}, due: {}, assigned: [], below: [] };

export async function writeLedger(world: World, operation: WriteLedger): Promise<Written> {
  for (const entry of operation.entries) world.unwritten.add(entry.key);
  const written = await write(world, operation);
  for (const entry of operation.entries) world.unwritten.delete(entry.key);
  return written;
}

async function write(world: World, operation: WriteLedger): Promise<Written> {
  const target = resolveIssue(world, operation.issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not opened' };
  const { number } = target;
  const issues = world.observation.ownIssues.known ? world.observation.ownIssues.value : [];
  const ledger = issues.find((issue) => issue.number === number)?.ledger;
  const news = whatHappened(world, operation, ledger?.state);
  if (news.entries.length === 0 && news.state === undefined) {
    return { outcome: 'not-tried', number, detail: 'nothing of it happened' };
  }
  if (ledger === undefined) return await start(world, number, news);
  return await extend(world, number, ledger.commentId, news);
}

/** The entries and the state without what did not happen; what was remembered `before` stays in its place. */
function whatHappened(world: World, { key, entries, state, left }: WriteLedger, before = NOTHING): News {
  const withheld = new Set([...world.withheld, ...(left ?? [])]);
  const told = left === undefined && world.unsettled !== true ? state : before;
  return {
    key,
    entries: entries.filter((entry) => !withheld.has(entry.key)),
    state: state && {
      done: told?.done ?? [],
      days: told?.days ?? {},
      due: dueOf(told?.due ?? {}, before.due, withheld),
      assigned: state.assigned.filter((name) => !withheld.has(name)),
      below: state.below.filter((id) => !withheld.has(`below:${id}`)),
    },
  };
}

function dueOf(
  due: LedgerState['due'],
  before: LedgerState['due'],
  withheld: ReadonlySet<string>,
): LedgerState['due'] {
  const days = Object.entries(due).map(([id, day]) => [id, withheld.has(`due:${id}`) ? before[id] : day]);
  return Object.fromEntries(days.filter(([, day]) => day !== undefined)) as LedgerState['due'];
}

/** Reads the comment again right before the write, so that another run's entries stay. */
async function extend(
  world: World,
  number: number,
  commentId: number,
  { key, entries, state }: News,
): Promise<Written> {
  const { owner, repo } = world.github;
  const place = { owner, repo, comment_id: commentId };
  const { data } = await world.github.request(
    'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
    place,
  );
  const body = addToLedger(data.body ?? '', key, entries, state);
  if (body === data.body) return { outcome: 'already', number };
  await world.github.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, body });
  return { outcome: 'done', number };
}

async function start(world: World, number: number, { key, entries, state }: News): Promise<Written> {
  const { owner, repo } = world.github;
  const body = renderLedger(key, entries, state);
  try {
    await world.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: number,
      body,
      request: { retries: 0 },
    });
    return { outcome: 'done', number };
  } catch (error) {
    const there = isAmbiguous(error) ? await findOwnComments(world, number, ledgerKey(key)) : [];
    if (there.length === 0) throw error;
    return { outcome: 'already', number, detail: 'the answer was lost, the comment was there' };
  }
}
