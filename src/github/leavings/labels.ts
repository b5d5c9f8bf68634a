// Labels with a description of ours, and who put them on what carries them.
import type { LeftLabel } from '../../domain/leavings.ts';
import { isOurLabel } from '../../text/our-marks.ts';
import type { Author } from '../accounts.ts';
import { loginOf } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { present } from '../present.ts';
import { readAll, readFirst } from './pages.ts';

/** Pages of 100: labels of a repository, and issues or pull requests that carry one. */
const MOST_PAGES = 20;

/** The newest of them say who put it there; of one that is older nobody knows. */
export const LABELED = `timelineItems(last: 50, itemTypes: [LABELED_EVENT]) {
    nodes { ... on LabeledEvent { actor { __typename login } label { name } } }
  }`;

export interface RawLabeled {
  readonly timelineItems: {
    readonly nodes:
      | readonly ({ readonly actor: Author | null; readonly label: { readonly name: string } } | null)[]
      | null;
  };
}

interface RawLabel {
  readonly name: string;
  readonly description: string | null;
}

export async function readLabels(github: GitHub, accounts: readonly string[]): Promise<LeftLabel[]> {
  const field = `list: labels(first: 100, after: $cursor) {
    pageInfo { hasNextPage endCursor } nodes { name description }
  }`;
  const all = await readAll<RawLabel>(github, { name: 'RelcommsLeftLabels', field, most: MOST_PAGES });
  const found: LeftLabel[] = [];
  for (const { name, description } of all) {
    if (description === null || !isOurLabel(description)) continue;
    // oxlint-disable-next-line no-await-in-loop -- a handful
    found.push({ name, description, worn: await wornBy(github, accounts, name) });
  }
  return found;
}

type Wearer = RawLabeled & { readonly number: number };

async function wornBy(
  github: GitHub,
  accounts: readonly string[],
  label: string,
): Promise<LeftLabel['worn']> {
  try {
    const all = await wearers(github, label);
    const isOurs = (one: RawLabeled): boolean => putOnBy(one, accounts).has(label.toLowerCase());
    return {
      known: true,
      value: {
        ours: all.filter(isOurs).map(({ number }) => number),
        theirs: all.filter((one) => !isOurs(one)).map(({ number }) => number),
      },
    };
  } catch (error) {
    return { known: false, why: failureWords(error) };
  }
}

/** Issues, then pull requests: one request, unless more than a hundred of a kind carry it. */
async function wearers(github: GitHub, label: string): Promise<Wearer[]> {
  const kinds = ['issues', 'pullRequests'] as const;
  const list = { name: 'RelcommsWearers', variables: { label }, most: MOST_PAGES };
  const both = kinds.map((kind) => wearersOf(kind, kind, 'null')).join(' ');
  const first = await readFirst<Wearer>(github, { ...list, field: both }, kinds);
  const found: Wearer[] = [];
  for (const [index, kind] of kinds.entries()) {
    const { nodes, next } = first[index] ?? { nodes: [], next: null };
    found.push(...nodes);
    if (next === null) continue;
    // oxlint-disable-next-line no-await-in-loop -- hardly ever
    found.push(
      ...(await readAll<Wearer>(github, { ...list, field: wearersOf(kind, 'list', '$cursor'), from: next })),
    );
  }
  return found;
}

function wearersOf(kind: 'issues' | 'pullRequests', alias: string, after: string): string {
  const order = 'orderBy: { field: CREATED_AT, direction: ASC }';
  return `${alias}: ${kind}(first: 100, after: ${after}, labels: [$label], ${order}) {
    pageInfo { hasNextPage endCursor } nodes { number ${LABELED} }
  }`;
}

/** Names, in lower case, of labels that one of our accounts was the last to put there. */
export function putOnBy({ timelineItems }: RawLabeled, accounts: readonly string[]): ReadonlySet<string> {
  const last = new Map(
    present(timelineItems.nodes).map(({ actor, label }) => [label.name.toLowerCase(), loginOf(actor)]),
  );
  return new Set([...last].flatMap(([name, login]) => (accounts.includes(login ?? '') ? [name] : [])));
}
