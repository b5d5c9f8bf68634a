// A page of our issues: what GitHub refuses of one issue is unknown of that issue, and of no other.
import { type Hole, type PartialAnswer, holesBelow, whyMissing } from '../../graphql.ts';
import type { RawIssue, ReadIssue } from './decode-own-issue.ts';

interface RawPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (RawIssue | null)[] | null;
}

export interface IssuePage extends RawPage {
  readonly holes: readonly Hole[];
}

/** That of one account. Throws what GitHub said where the list itself, or which issue it is, could not be read. */
export function pageIn(answer: PartialAnswer, index: number): IssuePage {
  const alias = `own${index}`;
  const why = whyMissing(answer, alias);
  if (why !== undefined) throw new Error(why);
  const page = answer.data[alias] as RawPage;
  const holes = holesBelow(answer.holes ?? [], alias);
  const ofList = holes.find((hole) => !isOfIssue(page, hole));
  if (ofList !== undefined) throw new Error(ofList.why);
  return { ...page, holes };
}

/** An issue that is there, by an account of ours. */
function isOfIssue({ nodes }: RawPage, { path: [list, index, field] }: Hole): boolean {
  const issue = list === 'nodes' && typeof index === 'number' ? nodes?.[index] : undefined;
  return issue !== null && issue !== undefined && field !== 'author';
}

/** The issues of a page, each with what of it is missing. */
export function issuesOn({ nodes, holes }: IssuePage): ReadIssue[] {
  return (nodes ?? []).flatMap((raw, index) =>
    raw === null ? [] : [{ raw, holes: holesBelow(holes, 'nodes', index) }],
  );
}
