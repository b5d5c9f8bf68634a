// Reads the arguments that choose and order issues.
import type { IssueFilter } from '../rest/issue-list.ts';
import type { Arguments } from './context.ts';
import { textOf } from './text-of.ts';
import { onlyArguments, uncovered } from './uncovered.ts';

const FILTERS = [
  'createdBy',
  'since',
  'labels',
  'states',
  'assignee',
  'mentioned',
  'milestone',
  'milestoneNumber',
  'viewerSubscribed',
];

export function issueFilter(args: Arguments): IssueFilter {
  const filter = (args['filterBy'] ?? {}) as Arguments;
  onlyArguments('IssueFilters', filter, FILTERS);
  if (filter['viewerSubscribed'] === true) throw uncovered('IssueFilters.viewerSubscribed');
  const labels = labelsOf(filter['labels'] === undefined ? args : filter, 'Repository.issues');
  const states = (filter['states'] ?? args['states']) as readonly string[] | undefined;
  return {
    states: states?.map((state) => (state === 'OPEN' ? 'open' : 'closed')),
    labels,
    creator: textOf(filter['createdBy']),
    assignee: filter['assignee'] === null ? 'none' : textOf(filter['assignee']),
    milestone:
      filter['milestone'] === null ? 'none' : textOf(filter['milestoneNumber'] ?? filter['milestone']),
    mentioned: textOf(filter['mentioned']),
    since: textOf(filter['since']),
  };
}

/** Whether several names mean all or any of them is not written down anywhere. */
export function labelsOf(args: Arguments, field: string): readonly string[] | undefined {
  const labels = (args['labels'] ?? undefined) as readonly string[] | undefined;
  if (labels !== undefined && labels.length > 1) throw uncovered(`${field}(labels:) with several names`);
  return labels;
}

/** Field and direction of `orderBy`; GitHub's default is ascending. */
export function orderOf(args: Arguments, otherwise: string): { field: string; descending: boolean } {
  const order = (args['orderBy'] ?? {}) as { field?: string; direction?: string };
  return { field: order.field ?? otherwise, descending: order.direction === 'DESC' };
}
