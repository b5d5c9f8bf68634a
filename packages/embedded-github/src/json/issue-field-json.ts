// REST's form of the organisation's issue fields and of their values.
import type { Json } from '../model/json-object.ts';
import type { Issue, IssueField } from '../model/repo.ts';

export function issueFieldJson({ id, nodeId, name, type }: IssueField): Json {
  return { id, node_id: nodeId, name, description: null, data_type: type, visibility: 'all' };
}

/** All values of an issue. */
export function fieldValuesJson(issue: Issue): Json[] {
  return [...issue.fieldValues].map(([{ id, nodeId, name, type }, value]) => ({
    issue_field_id: id,
    issue_field_name: name,
    node_id: nodeId,
    data_type: type,
    value,
  }));
}
