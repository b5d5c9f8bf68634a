// Labels with a description of ours, and who put them on what carries them.
import type { LeftLabel } from '../../domain/leavings.ts';
import { isOurLabel } from '../../text/our-marks.ts';
import type { Author } from '../accounts.ts';
import { loginOf } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { present } from '../present.ts';
import { readAll } from './pages.ts';

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

async function wornBy(
  github: GitHub,
  accounts: readonly string[],
  label: string,
): Promise<LeftLabel['worn']> {
  try {
    const issues = await wearers(github, 'issues', label);
    const pulls = await wearers(github, 'pullRequests', label);
    const all = [...issues, ...pulls];
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

async function wearers(
  github: GitHub,
  kind: 'issues' | 'pullRequests',
  label: string,
): Promise<(RawLabeled & { readonly number: number })[]> {
  const order = 'orderBy: { field: CREATED_AT, direction: ASC }';
  const field = `list: ${kind}(first: 100, after: $cursor, labels: [$label], ${order}) {
    pageInfo { hasNextPage endCursor } nodes { number ${LABELED} }
  }`;
  return await readAll(github, { name: 'RelcommsWearers', field, variables: { label }, most: MOST_PAGES });
}

/** Names, in lower case, of labels that one of our accounts was the last to put there. */
export function putOnBy({ timelineItems }: RawLabeled, accounts: readonly string[]): ReadonlySet<string> {
  const last = new Map(
    present(timelineItems.nodes).map(({ actor, label }) => [label.name.toLowerCase(), loginOf(actor)]),
  );
  return new Set([...last].flatMap(([name, login]) => (accounts.includes(login ?? '') ? [name] : [])));
}
