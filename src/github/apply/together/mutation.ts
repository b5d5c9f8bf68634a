// Many writes on comments or labels as one mutation: an alias for each, values always as variables.
import type { BuiltQuery } from '../../build-query.ts';

/** One write, as far as the request needs to know it. */
export type OneWrite =
  | { readonly kind: 'make'; readonly subject: string; readonly text: string }
  | { readonly kind: 'edit'; readonly id: string; readonly text: string }
  | { readonly kind: 'fold'; readonly id: string; readonly classifier: 'OUTDATED' | 'RESOLVED' }
  | { readonly kind: 'remove'; readonly id: string }
  /** `id` is that of the issue or pull request, `labels` are those of labels. */
  | { readonly kind: 'put-on' | 'take-off'; readonly id: string; readonly labels: readonly string[] };

interface Part {
  /** Its field, with the numbers of its variables in place of `#`. */
  readonly field: string;
  readonly types: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** The alias of each write, by its place. */
export function aliasOf(index: number): string {
  return `w${index}`;
}

export function mutationFor(writes: readonly OneWrite[]): BuiltQuery {
  const parts = writes.map(partOf);
  const declared = parts.flatMap(({ types }, index) =>
    Object.entries(types).map(([name, type]) => `$${name}${index}: ${type}`),
  );
  const fields = parts.map(({ field }, index) => `  ${aliasOf(index)}: ${field.replaceAll('#', `${index}`)}`);
  const values = parts.flatMap((part, index) =>
    Object.entries(part.values).map(([name, value]) => [`${name}${index}`, value] as const),
  );
  return {
    query: `mutation ${parts.some(({ types }) => 'labels' in types) ? 'RelcommsLabels' : 'RelcommsComments'}(${declared.join(', ')}) {\n${fields.join('\n')}\n}`,
    variables: Object.fromEntries(values),
  };
}

function partOf(write: OneWrite): Part {
  switch (write.kind) {
    case 'make':
      return {
        field:
          'addComment(input: { subjectId: $id#, body: $text# }) { commentEdge { node { id databaseId } } }',
        types: { id: 'ID!', text: 'String!' },
        values: { id: write.subject, text: write.text },
      };
    case 'edit':
      return {
        field: 'updateIssueComment(input: { id: $id#, body: $text# }) { issueComment { id } }',
        types: { id: 'ID!', text: 'String!' },
        values: { id: write.id, text: write.text },
      };
    case 'fold':
      return {
        field:
          'minimizeComment(input: { subjectId: $id#, classifier: $why# }) { minimizedComment { isMinimized } }',
        types: { id: 'ID!', why: 'ReportedContentClassifiers!' },
        values: { id: write.id, why: write.classifier },
      };
    case 'remove':
      return {
        field: 'deleteIssueComment(input: { id: $id# }) { clientMutationId }',
        types: { id: 'ID!' },
        values: { id: write.id },
      };
    case 'put-on':
    case 'take-off': {
      const field = write.kind === 'put-on' ? 'addLabelsToLabelable' : 'removeLabelsFromLabelable';
      return {
        field: `${field}(input: { labelableId: $id#, labelIds: $labels# }) { clientMutationId }`,
        types: { id: 'ID!', labels: '[ID!]!' },
        values: { id: write.id, labels: write.labels },
      };
    }
  }
}
