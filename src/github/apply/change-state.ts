// Closes or reopens an issue, unless somebody changed its state since we looked.
import type { CloseIssue, ReopenIssue } from '../../domain/state-operation.ts';
import { queryRepository } from '../graphql.ts';
import {
  LAST_STATE_CHANGE,
  type RawStateChanges,
  lastStateChange,
} from '../facts/own-issues/state-change.ts';
import type { Written } from '../../domain/outcome.ts';
import { type World, holding } from './world.ts';

const STATE = `query RelcommsState($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { issue(number: $number) { ${LAST_STATE_CHANGE} } }
}`;

/** Closing is the last thing that an entry tells of: it waits until the rest of it has happened. */
export async function closeIssue(world: World, { number, entry, notPlanned }: CloseIssue): Promise<Written> {
  if (entry !== undefined && world.withheld.has(entry))
    return { outcome: 'not-tried', number, detail: 'what comes before it is not done yet' };
  const state_reason = notPlanned === true ? 'not_planned' : 'completed';
  const close = () => changeState(world, number, { state: 'closed', state_reason });
  return await holding(world, entry, close);
}

export function reopenIssue(world: World, { number }: ReopenIssue): Promise<Written> {
  return changeState(world, number, { state: 'open' });
}

type StatePatch =
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly state_reason: 'completed' | 'not_planned' };

/** A plan for a state that is no longer there would undo what a person has just said. */
async function changeState(world: World, number: number, patch: StatePatch): Promise<Written> {
  const { github } = world;
  if (!(await isAsSeen(world, number)))
    return { outcome: 'not-tried', number, detail: 'its state has just changed; the next run looks again' };
  const { owner, repo } = github;
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    owner,
    repo,
    issue_number: number,
    ...patch,
  });
  return { outcome: 'done', number };
}

async function isAsSeen({ github, setting, observation }: World, number: number): Promise<boolean> {
  const issues = observation.ownIssues.known ? observation.ownIssues.value : [];
  const seen = issues.find((issue) => issue.number === number);
  const { data, failed } = await queryRepository(github, STATE, { number });
  const failure = [...failed.values()][0];
  if (failure !== undefined) throw new Error(failure);
  const { stateChanges } = data['issue'] as { stateChanges: RawStateChanges };
  return lastStateChange(stateChanges, setting.accounts).stateChange === seen?.stateChange;
}
