// The rights that the token of a workflow needs for a config, each with its reason.
import type { AnyDuty } from '../duties/duty.ts';
import { BASE_PERMISSIONS } from '../duties/base-permissions.ts';
import type { Permission } from '../duties/permission.ts';

/** What the token of a workflow can have, in the words of a workflow. */
const IN_WORKFLOWS: Readonly<Record<string, string>> = {
  actions: 'actions',
  checks: 'checks',
  contents: 'contents',
  discussions: 'discussions',
  issues: 'issues',
  pull_requests: 'pull-requests',
  deployments: 'deployments',
  statuses: 'statuses',
};

export type Access = 'none' | 'read' | 'write';

export interface WorkflowRight {
  /** `pull-requests` */
  readonly name: string;
  readonly access: 'read' | 'write';
  /** Plain text, in one line. */
  readonly why: string;
  /** What needs it, in the order of the duties, in plain text. */
  readonly uses: readonly { readonly access: 'read' | 'write'; readonly why: string }[];
}

/** `duties` are those that the config switches on; `without` are rights that it has no use for. */
export function workflowRights(duties: readonly AnyDuty[], without: readonly string[] = []): WorkflowRight[] {
  const all = [...BASE_PERMISSIONS, ...duties.flatMap(({ permissions = [] }) => permissions)];
  return Object.keys(IN_WORKFLOWS)
    .filter((right) => !without.includes(right))
    .flatMap((right) => rightOf(right, all) ?? []);
}

function rightOf(right: string, all: readonly Permission[]): WorkflowRight | undefined {
  const own = all.flatMap(({ rights, for: why }) => {
    const access = rights[right];
    return access === undefined ? [] : [{ access, why: why.replaceAll('`', '').split('; ')[0] ?? '' }];
  });
  const writing = own.filter(({ access }) => access === 'write');
  const [reason] = writing.length > 0 ? writing : own;
  if (reason === undefined) return undefined;
  return {
    name: IN_WORKFLOWS[right] ?? right,
    access: reason.access,
    why: reason.why,
    uses: own,
  };
}

const RANK: Readonly<Record<Access, number>> = { none: 0, read: 1, write: 2 };

/** What does not work with less than a right asks for; empty when `given` is enough. */
export function lackingWith(given: Access, { uses }: Pick<WorkflowRight, 'uses'>): string[] {
  return [...new Set(uses.filter(({ access }) => RANK[access] > RANK[given]).map(({ why }) => why))];
}
