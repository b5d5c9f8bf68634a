// Puts a task issue below its tracking issue; where GitHub has no sub-issues, the checklist alone does it.
import type { AddSubIssue } from '../../domain/operation.ts';
import { isRefusal, statusOf, wordsOfRefusal } from '../failure.ts';
import type { Written } from '../../domain/outcome.ts';
import { issueId } from './issue-id.ts';
import { type LinkRefusal, type World, holdBack, resolveIssue } from './world.ts';

/** What a refusal says of the two issues; any other says nothing but that. */
const REASONS: Readonly<Record<number, string>> = {
  403: 'the token cannot add sub-issues',
  404: 'GitHub offers no sub-issues here',
  410: 'GitHub offers no sub-issues here',
};

/** A refusal of one may be about that one; when so many in a row are, a run asks no more. */
const IN_A_ROW = 3;

/**
 * Each by itself: what GitHub refuses one says little about the next. Tried until GitHub takes it, or refuses it when
 * nobody insists any more; not at all after it has said that there are none here, and not while it waits.
 */
export async function addSubIssue(world: World, operation: AddSubIssue): Promise<Written> {
  const { parent, issue, beside, entry, insist, waits } = operation;
  const release = holdBack(world, entry);
  const above = resolveIssue(world, parent);
  const below = resolveIssue(world, issue);
  if (above === undefined || below === undefined)
    return { outcome: 'not-tried', detail: 'one of the two issues was not created' };
  if (waits === true)
    return {
      outcome: 'soft',
      number: below.number,
      detail:
        'it is not a sub-issue yet: relcomms tries again once an hour, and until then only the checklist links the task',
    };
  const belowId = await issueId(world, below);
  const before = world.noSubIssues;
  const refused = before ?? (await send(world, above.number, belowId, operation));
  if (refused !== undefined) {
    // What was not asked is asked by the next run.
    if (refused.final || (before === undefined && !insist)) release();
    return { outcome: 'soft', number: below.number, detail: refused.detail };
  }
  const other = beside === undefined ? undefined : resolveIssue(world, beside.issue);
  const detail =
    other === undefined || beside === undefined
      ? undefined
      : await place(world, above.number, belowId, { [`${beside.where}_id`]: await issueId(world, other) });
  release();
  return { outcome: detail === undefined ? 'done' : 'soft', number: below.number, detail };
}

/** Undefined when it took, else why GitHub refused it. */
async function send(
  world: World,
  above: number,
  below: number,
  { insist, moves }: AddSubIssue,
): Promise<LinkRefusal | undefined> {
  const { owner, repo } = world.github;
  try {
    await world.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', {
      owner,
      repo,
      issue_number: above,
      sub_issue_id: below,
      ...(moves === true ? { replace_parent: true } : {}),
    });
    world.linksRefused = 0;
    return undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const noneHere = [404, 410].includes(statusOf(error) ?? 0);
    // Where there are some, one of the two issues was not found: it may be too new, so the next run tries again.
    if (noneHere && (await hasSubIssues(world, above))) throw error;
    return refusal(world, error, noneHere, insist && !noneHere);
  }
}

/** Notes whether any more are to be tried in this run. */
function refusal(world: World, error: unknown, noneHere: boolean, again: boolean): LinkRefusal {
  const reason = REASONS[statusOf(error) ?? 0];
  const alone = again ? 'for now only the checklist links the task' : 'so only the checklist links the task';
  const detail = `${reason ?? 'GitHub refused it'}, ${alone} (${wordsOfRefusal(error)})`;
  world.linksRefused = (world.linksRefused ?? 0) + 1;
  if (noneHere || (reason !== undefined && world.linksRefused >= IN_A_ROW))
    world.noSubIssues = { detail, final: noneHere };
  return { detail, final: noneHere };
}

/** Whether GitHub lists what stands below an issue. Asked only after a refusal. */
async function hasSubIssues({ github: { owner, repo, request } }: World, above: number): Promise<boolean> {
  try {
    const path = 'GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues';
    await request(path, { owner, repo, issue_number: above, per_page: 1 });
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}

/** Undefined when it took, else why it stays at the end of the list. */
async function place(
  { github }: World,
  above: number,
  below: number,
  beside: { readonly after_id?: number; readonly before_id?: number },
): Promise<string | undefined> {
  const { owner, repo } = github;
  try {
    await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority', {
      owner,
      repo,
      issue_number: above,
      sub_issue_id: below,
      ...beside,
    });
    return undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return `it is at the end of the list of sub-issues (${wordsOfRefusal(error)})`;
  }
}
