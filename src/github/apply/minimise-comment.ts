// Folds a comment of ours away; GitHub can do that by GraphQL only.
import type { MinimiseComment } from '../../domain/pull-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import type { World } from './world.ts';

/** Of any comment, by its node id. */
export const MINIMISE = `mutation RelcommsMinimise($id: ID!, $classifier: ReportedContentClassifiers!) {
  minimizeComment(input: { subjectId: $id, classifier: $classifier }) { minimizedComment { isMinimized } }
}`;

const CLASSIFIERS = { outdated: 'OUTDATED', resolved: 'RESOLVED' } as const;

export async function minimiseComment(
  { github, silent }: World,
  { number, nodeId, reason }: MinimiseComment,
): Promise<Written> {
  if (silent.has(number))
    return { outcome: 'not-tried', number, detail: 'the comment that takes its place could not be made' };
  await github.graphql(MINIMISE, { id: nodeId, classifier: CLASSIFIERS[reason] });
  return { outcome: 'done', number };
}
