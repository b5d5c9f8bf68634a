// The steps in which a release branch got what it has: pull requests that were merged, commits, and open pull requests.
import type { Instant } from '../domain/day.ts';
import type { BranchPicks, Pull } from '../domain/pull.ts';
import type { PickScene } from './scene.ts';
import { cherryPickOf, isPickTitle } from './cherry-pick.ts';
import { type Words, headSources } from './pick-sources.ts';
import { isRevert } from './reverts.ts';

export interface BranchStep extends Words {
  /** Of a pull request. */
  readonly number?: number | undefined;
  /** Ids of the commits that it is on the branch. */
  readonly commits: readonly string[];
  /** When its change was first written, which `git cherry-pick` keeps. */
  readonly authoredAt?: Instant | undefined;
  /** Its title, its branch or a label says that it takes a fix over. */
  readonly isPick: boolean;
  readonly at: Instant;
}

/** As they came to the branch. What is open comes last; an open revert has taken nothing back yet. */
export function branchSteps(picks: BranchPicks, { observed, config }: PickScene): BranchStep[] {
  const { branch } = picks;
  const messages = new Map(picks.commits.map(({ oid, message }) => [oid, message]));
  const merged = picks.merged.map((pull): BranchStep => ({
    ...pull,
    messages: present(messages.get(pull.commit ?? '')),
    commits: pull.commit === undefined ? [] : [pull.commit],
    isPick: isPickTitle(pull.title, config) || headSources(pull.head, branch).length > 0,
    at: pull.mergedAt,
  }));
  const direct = picks.commits.map(({ oid, message, authoredAt, committedAt }): BranchStep => {
    const [title = ''] = message.split('\n', 1);
    const body = message.slice(title.length);
    const isPick = isPickTitle(title, config);
    return { title, body, messages: [message], commits: [oid], authoredAt, isPick, at: committedAt };
  });
  const open = observed.pulls
    .filter((pull) => pull.state === 'open' && pull.base === branch && !isRevert(pull))
    .map((pull) => openStep(pull, cherryPickOf(pull, config, observed.fixes.repository) !== undefined));
  return [...[...direct, ...merged].toSorted((a, b) => a.at - b.at), ...open];
}

function present(message: string | undefined): readonly string[] {
  return message === undefined ? [] : [message];
}

function openStep({ number, title, body, head, messages, updatedAt }: Pull, isPick: boolean): BranchStep {
  return { number, title, body, head, messages, commits: [], isPick, at: updatedAt };
}
