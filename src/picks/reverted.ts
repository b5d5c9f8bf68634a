// Which pull requests and commits the default branch has taken back, as far as its newest commits tell.
import type { BranchPicks } from '../domain/pull.ts';
import type { Source } from './named-sources.ts';
import { isReapply, isRevert, revertedSources } from './reverts.ts';

/** Numbers, and ids of commits or their beginnings. */
export type Reverted = ReadonlySet<Source>;

/** The first line that GitHub's button writes on a merge: `Merge pull request #40 from acme/revert-12-mend`. */
const MERGE = /^Merge pull request #\d{1,9} from [^\s/]{1,100}\/(\S{1,300})/;

/** The number that it was merged as. */
const OWN = /\(#(\d{1,9})\)\s*$|^Merge pull request #(\d{1,9}) /;

/** A commit, and what it is about: itself, or what it takes back. */
interface Step {
  readonly names: readonly Source[];
  readonly about: readonly Source[];
}

/** In the order of the branch: what is reverted and applied again is not reverted. */
export function revertedOn(main: BranchPicks | undefined, repository: string | undefined): Reverted {
  const reverted = new Set<Source>();
  const before: Step[] = [];
  for (const { oid, message } of (main?.commits ?? []).toSorted((a, b) => a.committedAt - b.committedAt)) {
    const [title = ''] = message.split('\n', 1);
    const names = [oid, ...numberIn(title)];
    const words = { title, head: MERGE.exec(title)?.[1], body: message.slice(title.length) };
    const isAgain = isReapply(words);
    const isUndoing = isAgain || isRevert(words);
    const about = isUndoing ? withEarlier(revertedSources(words, repository), before) : names;
    before.push({ names, about });
    if (!isUndoing) continue;
    for (const source of about) {
      if (isAgain) reverted.delete(source);
      else reverted.add(source);
    }
  }
  return reverted;
}

/** The pull requests that commits with this id, or beginning, were merged as. */
export function numbersOn(main: BranchPicks | undefined, commit: string): number[] {
  return (main?.commits ?? []).flatMap(({ oid, message }) =>
    oid.startsWith(commit) ? numberIn(message) : [],
  );
}

/** By the first line of a message. */
function numberIn(message: string): number[] {
  const [, squashed, merged] = OWN.exec(message.split('\n', 1)[0] ?? '') ?? [];
  const number = squashed ?? merged;
  return number === undefined ? [] : [Number(number)];
}

/** What these name, and what the commits that they name are about. */
function withEarlier(named: readonly Source[], before: readonly Step[]): Source[] {
  const meant = before.filter(({ names }) => names.some((name) => named.some((one) => isSame(one, name))));
  return [...named, ...meant.flatMap(({ about }) => about)];
}

function isSame(short: Source, name: Source): boolean {
  return typeof short === 'string' && typeof name === 'string' ? name.startsWith(short) : short === name;
}

/** Whether a pull request with these commits was taken back. */
export function isReverted(
  reverted: Reverted,
  {
    number,
    commits = [],
  }: { readonly number: number; readonly commits?: readonly { readonly oid: string }[] },
): boolean {
  return (
    reverted.has(number) ||
    commits.some(({ oid }) => [...reverted].some((one) => typeof one === 'string' && oid.startsWith(one)))
  );
}
