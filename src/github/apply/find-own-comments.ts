// Looks for comments of ours on an issue by the marker that we wrote into them.
import { sameBody } from '../../body/overrun.ts';
import { readMarkers } from '../../text/marker.ts';
import { readOwnTexts } from '../read-own-texts.ts';
import type { World } from './world.ts';

interface Listed {
  readonly id: number | bigint;
  readonly node_id: string;
  readonly body?: string | undefined;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Ids of the comments with this key that our own accounts made, oldest first; reads every page, which may lag. */
export async function findOwnComments(world: World, number: number, key: string): Promise<number[]> {
  const { github, setting } = world;
  const { owner, repo } = github;
  const own: Listed[] = [];
  for (let page = 1; ; page++) {
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const { data } = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: number,
      per_page: 100,
      page,
    });
    own.push(...data.filter(({ user }) => setting.accounts.includes(user?.login ?? '')));
    if (data.length < 100) break;
  }
  const texts = await ownTexts(world, own);
  const found = own.filter(({ node_id: id }) => readMarkers(texts.get(id) ?? '').includes(key));
  const made = world.told.get(toldName(number, key));
  const ids = new Set([...found.map(({ id }) => Number(id)), ...(made === undefined ? [] : [made])]);
  return [...ids].toSorted((a, b) => a - b);
}

/** The name of a comment among those that this run made. */
export function toldName(number: number, key: string): string {
  return `${number} ${key}`;
}

/** A marker that somebody else put there, or took away, changes nothing. Asked only where others may have edited. */
async function ownTexts(
  { github, setting, ours }: World,
  own: readonly Listed[],
): Promise<Map<string, string>> {
  const texts = new Map(own.map(({ node_id: id, body = '' }) => [id, body]));
  const doubtful = own.filter(({ id, body = '', created_at: made, updated_at: changed }) => {
    const known = ours.get(Number(id));
    return changed > made && (known === undefined || !sameBody(known, body));
  });
  if (doubtful.length === 0) return texts;
  const asked = doubtful.map(({ node_id: id }) => ({ id, editedAt: '' }));
  for (const [id, version] of await readOwnTexts(github, asked, setting.accounts))
    if (version.kind === 'text') texts.set(id, version.text);
  return texts;
}
