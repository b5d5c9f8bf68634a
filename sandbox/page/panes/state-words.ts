// The state of an issue, a pull request or a check in words.
import type { IssueSnapshot } from '../../../packages/embedded-github/src/index.ts';
import type { PullState } from '../../machine/pulls.ts';

export function stateWords({ state, stateReason }: IssueSnapshot): string {
  if (state === 'open') return 'Open';
  return stateReason === null || stateReason === 'completed'
    ? 'Closed'
    : `Closed as ${stateReason.replaceAll('_', ' ')}`;
}

/** For the colour of its badge. */
export function stateOfPull(
  { state }: IssueSnapshot,
  pull: PullState | undefined,
): 'open' | 'draft' | 'merged' | 'unmerged' {
  if (pull !== undefined && pull.merged !== null) return 'merged';
  if (state === 'closed') return 'unmerged';
  return pull?.draft === true ? 'draft' : 'open';
}

export function pullStateWords(issue: IssueSnapshot, pull: PullState | undefined): string {
  const words = { open: 'Open', draft: 'Draft', merged: 'Merged', unmerged: 'Closed' };
  return words[stateOfPull(issue, pull)];
}

/** Whether a check asks for a look. */
export function isBad({ conclusion }: { readonly conclusion: string | null }): boolean {
  return ['failure', 'timed_out', 'cancelled', 'action_required'].includes(conclusion ?? '');
}
