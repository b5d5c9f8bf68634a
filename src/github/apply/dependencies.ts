// Says on GitHub which issue waits for which; where GitHub has no dependencies, the words of the issue do it alone.
import type { AddDependency, RemoveDependency } from '../../domain/dependency-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { isRefusal, statusOf, wordsOfRefusal } from '../failure.ts';
import { issueId } from './issue-id.ts';
import { type KnownIssue, type LinkRefusal, type World, holdBack, resolveIssue } from './world.ts';

const BLOCKERS = '/repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by';

/** GitHub lets an issue wait for 50 others. */
const PAGE = 100;

const REASONS: Readonly<Record<number, string>> = {
  403: 'the token cannot add dependencies',
  404: 'GitHub offers no issue dependencies here',
  410: 'GitHub offers no issue dependencies here',
};

/** What people added stays theirs. A refusal of the feature or of the token ends the asking in this run. */
export async function addDependency(
  world: World,
  { issue, blockedBy, entry, insist, waits }: AddDependency,
): Promise<Written> {
  const release = holdBack(world, entry);
  const [waiting, first] = [resolveIssue(world, issue), resolveIssue(world, blockedBy)];
  if (waiting === undefined || first === undefined)
    return { outcome: 'not-tried', detail: 'one of the two issues was not created' };
  const { number } = waiting;
  const later = 'GitHub does not show yet what it waits for: relcomms tries again once an hour';
  if (waits === true) return { outcome: 'soft', number, detail: later };
  const before = world.noDependencies;
  const added = before ?? (await add(world, waiting, first, 'key' in issue));
  if (added === 'there') world.theirs.add(entry);
  // What was not asked is asked by the next run.
  if (typeof added === 'string' || added.final || (before === undefined && !insist)) release();
  if (added === 'done') return { outcome: 'done', number };
  return added === 'there'
    ? { outcome: 'already', number }
    : { outcome: 'soft', number, detail: added.detail };
}

async function add(
  world: World,
  waiting: KnownIssue,
  first: KnownIssue,
  isNew: boolean,
): Promise<'done' | 'there' | LinkRefusal> {
  const { owner, repo, request } = world.github;
  const place = { owner, repo, issue_number: waiting.number };
  try {
    const id = await issueId(world, first);
    if (!isNew && (await blockersOf(world, waiting.number)).includes(id)) return 'there';
    await request(`POST ${BLOCKERS}`, { ...place, issue_id: id });
    return 'done';
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const noneHere = [404, 410].includes(statusOf(error) ?? 0);
    // Where there are some, one of the two issues was not found: it may be too new, so the next run tries again.
    if (noneHere && (await hasDependencies(world, waiting.number))) throw error;
    const reason = REASONS[statusOf(error) ?? 0];
    const alone = 'so only the texts say what comes first';
    const refusal = {
      detail: `${reason ?? 'GitHub refused it'}, ${alone} (${wordsOfRefusal(error)})`,
      final: noneHere,
    };
    if (reason !== undefined) world.noDependencies = refusal;
    return refusal;
  }
}

async function blockersOf({ github: { owner, repo, request } }: World, number: number): Promise<number[]> {
  const { data } = await request(`GET ${BLOCKERS}`, { owner, repo, issue_number: number, per_page: PAGE });
  return (data as readonly { readonly id: number }[]).map(({ id }) => id);
}

/** Asked only after a refusal. */
async function hasDependencies(world: World, number: number): Promise<boolean> {
  try {
    await blockersOf(world, number);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}

/** Tried once: what GitHub refuses then, people can take away. */
export async function removeDependency(
  world: World,
  { issue, blockedBy, entry }: RemoveDependency,
): Promise<Written> {
  const release = holdBack(world, entry);
  const [waiting, first] = [resolveIssue(world, issue), resolveIssue(world, blockedBy)];
  if (waiting === undefined || first === undefined) {
    release();
    return { outcome: 'not-tried', detail: 'one of the two issues is gone' };
  }
  const { number } = waiting;
  const { owner, repo, request } = world.github;
  try {
    const place = { owner, repo, issue_number: number, issue_id: await issueId(world, first) };
    await request(`DELETE ${BLOCKERS}/{issue_id}`, place);
    release();
    return { outcome: 'done', number };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    release();
    if (statusOf(error) === 404) return { outcome: 'already', number };
    const detail = `remove #${first.number} from what it is blocked by, by hand (${wordsOfRefusal(error)})`;
    return { outcome: 'soft', number, detail };
  }
}
