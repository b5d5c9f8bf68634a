// Where references in a text lead on this page.
import type { SandboxState } from '../machine/state.ts';
import type { LinkTargets } from './markdown/link-references.ts';
import { type PageQuery, linkTo } from './query.ts';

export function linkTargets(state: SandboxState, query: PageQuery): LinkTargets {
  return {
    people: state.people,
    issues: state.repo.issues.map((issue) => issue.number),
    issueLink: (number) => linkTo(query, { pane: 'issue', issue: number }),
  };
}
