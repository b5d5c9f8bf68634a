// What CI says of the newest commit of release branches, as GitHub sums it up.
import type { OtherBranch } from '../../../domain/elsewhere.ts';
import { type PartialAnswer, holesBelow, valueAt } from '../../graphql.ts';
import { present } from '../../present.ts';
import type { Fields } from '../fact.ts';
import { aliases, namedBy } from '../name-list.ts';

/** Checks of the newest commit; the sum is of all of them. */
const CHECKS = 100;

interface RawBranch {
  readonly target: {
    readonly statusCheckRollup?: {
      readonly state: string;
      readonly contexts: { readonly nodes: readonly (RawCheck | null)[] | null } | null;
    } | null;
  } | null;
}

interface RawCheck {
  readonly name?: string;
  readonly conclusion?: string | null;
  readonly context?: string;
  readonly state?: string;
}

export function branchFields(branches: readonly string[]): Fields {
  const refs = branches.map((name) => `refs/heads/${name}`);
  return {
    parts: aliases('branch', refs).map(
      (alias) => `${alias}: ref(qualifiedName: $${alias}) { target { oid ... on Commit { statusCheckRollup {
        state contexts(first: ${CHECKS}) { nodes {
          __typename ... on CheckRun { name conclusion } ... on StatusContext { context state }
        } }
      } } } }`,
    ),
    variables: namedBy('branch', refs),
  };
}

/** Throws where something of one could not be read. */
export function readBranches(branches: readonly string[], answer: PartialAnswer): OtherBranch[] {
  return aliases('branch', branches).map((alias, index) => {
    const raw = valueAt(answer, alias) as RawBranch | null;
    const [hole] = holesBelow(answer.holes ?? [], alias);
    if (hole !== undefined) throw new Error(hole.why);
    return { name: branches[index] ?? '', ...stateOf(raw) };
  });
}

function stateOf(raw: RawBranch | null): Omit<OtherBranch, 'name'> {
  if (raw === null) return { state: 'missing', failing: [] };
  const sum = raw.target?.statusCheckRollup;
  if (sum === null || sum === undefined) return { state: 'none', failing: [] };
  const failing = present(sum.contexts?.nodes).filter(hasFailed);
  const names = failing.map(({ name, context }) => name ?? context ?? '');
  return { state: STATES[sum.state] ?? 'running', failing: [...new Set(names)] };
}

const STATES: Readonly<Record<string, OtherBranch['state']>> = {
  SUCCESS: 'green',
  FAILURE: 'red',
  ERROR: 'red',
};

const FAILED = ['FAILURE', 'TIMED_OUT', 'STARTUP_FAILURE', 'ACTION_REQUIRED', 'CANCELLED', 'ERROR'];

function hasFailed({ conclusion, state }: RawCheck): boolean {
  return FAILED.includes(conclusion ?? state ?? '');
}
