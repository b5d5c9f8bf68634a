// The state of an issue or a pull request in words.
import type { IssueSnapshot } from '../../github/index.ts';

export function stateWords({ state, stateReason }: IssueSnapshot): string {
  if (state === 'open') return 'Open';
  return stateReason === null || stateReason === 'completed'
    ? 'Closed'
    : `Closed as ${stateReason.replaceAll('_', ' ')}`;
}
