// Where references in a text lead on this page.
import type { SandboxState } from '../machine/state.ts';
import type { LinkTargets } from './markdown/link-references.ts';
import { type PageQuery, linkTo } from './query.ts';

export function linkTargets(state: SandboxState, query: PageQuery): LinkTargets {
  return {
    people: state.people,
    issues: state.repo.issues.map((issue) => issue.number),
    issueLink: (number) => threadLink(state, query, number),
  };
}

/** The pane that shows the issue or the pull request of this number. */
export function threadLink({ pulls }: SandboxState, query: PageQuery, number: number): string {
  return linkTo(query, { pane: pulls.has(number) ? 'pulls' : 'issue', issue: number });
}
