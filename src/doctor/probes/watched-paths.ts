// Whether the paths that a config watches match a file of the default branch.
import type { ApprovalsConfig } from '../../duties/approvals/config.ts';
import type { GitHub } from '../../github/client.ts';
import { globMatches, parseGlob } from '../../owners/glob.ts';
import { type Checkup, broken, ok, unknown } from '../checkup.ts';
import { pageOf } from '../where.ts';
import type { Place } from './place.ts';

/** Patterns that are held against the files, of which GitHub lists 100,000 at most. */
const MOST_PATTERNS = 20;

export async function watchedPathCheckups(place: Place): Promise<readonly Checkup[]> {
  const watched = patternsIn(place);
  if (watched.size === 0) return [];
  const { files, isWhole } = await filesOf(place.github);
  const patterns = [...watched].slice(0, MOST_PATTERNS);
  const unmatched = patterns.filter(([pattern]) => {
    const glob = parseGlob(pattern);
    return !files.some((file) => globMatches(glob, file));
  });
  const matched = patterns.length - unmatched.length;
  return [
    ...(matched === 0 ? [] : [ok('Names', 'paths', `${matched} of the watched paths match files`)]),
    ...unmatched.map(([pattern, key]) => {
      const subject = `path ${pattern}`;
      if (!isWhole)
        return unknown(
          'Names',
          subject,
          'none of the files that GitHub lists matches it; it does not list all',
        );
      return broken('Names', subject, {
        found: 'it matches no file of the default branch',
        lost: 'no pull request belongs to anything by it',
        fix: `Correct the path in "${key}": it is written as in CODEOWNERS.`,
        link: pageOf(place.where, 'find/HEAD'),
      });
    }),
  ];
}

/** With the key that names each. */
function patternsIn({ prepared }: Place): ReadonlyMap<string, string> {
  const { teams, sections } = prepared.config;
  const approvals = sections['approvals'] as ApprovalsConfig | undefined;
  return new Map([
    ...Object.entries(teams).flatMap(([id, { paths }]) =>
      paths.map((path) => [path, `teams.${id}.paths`] as const),
    ),
    ...(approvals?.paths ?? []).map((path) => [path, 'approvals.paths'] as const),
  ]);
}

async function filesOf({
  request,
  owner,
  repo,
}: GitHub): Promise<{ readonly files: string[][]; readonly isWhole: boolean }> {
  const { data } = await request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    owner,
    repo,
    tree_sha: 'HEAD',
    recursive: '1',
  });
  const files = data.tree.flatMap(({ type, path }) => (type === 'blob' ? [path.split('/')] : []));
  return { files, isWhole: !data.truncated };
}
