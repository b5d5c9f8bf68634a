// The pull request that moves dates of a release: opened by a command, or proposed by a duty.
import type { DesiredPull } from '../domain/desired.ts';
import type { Release } from '../domain/release.ts';
import type { SlipTable } from '../domain/slip.ts';
import type { SlipMove } from '../domain/slip-pull.ts';
import { blobId } from '../text/blob-id.ts';
import { SLIP_BRANCH } from '../text/own-branch.ts';
import { shortHash } from '../text/short-hash.ts';
import { branchWord } from './branch-word.ts';
import type { DutyContext } from './duty.ts';
import { renderProposed } from './render-proposed.ts';
import { slipChange, slipTitle } from './slip-change.ts';

export interface SlipPullWish {
  /** Of the pull request; absent: it says what moves where. */
  readonly title?: string | undefined;
  readonly moves: readonly SlipMove[];
  readonly because: string | undefined;
  readonly release: Release;
  readonly context: Pick<DutyContext<unknown>, 'source' | 'releases' | 'now'>;
  /** Ids of tasks that are done. */
  readonly done: ReadonlySet<string>;
  /** Number of the tracking issue, which the pull request points to. */
  readonly tracking: number | undefined;
  /** Key of the ledger entry that is withheld when it can't be opened. */
  readonly entry: string;
  readonly why: string;
}

/** The pull request, or in words why there is none. */
export function slipPull(wish: SlipPullWish): DesiredPull | { readonly problem: string } {
  const { moves, because, release, context, done, tracking, entry, why } = wish;
  const change = slipChange({ moves, because, release, context, done });
  if ('problem' in change) return change;
  const { table, content } = change;
  const memory = { version: release.version, named: moves, taken: [], because, file: blobId(content) };
  return {
    kind: 'pull',
    branch: branchOf(table),
    title: wish.title ?? slipTitle(table),
    body: renderProposed(table, memory, tracking),
    path: context.source.path,
    content,
    entry,
    why,
  };
}

/** The same moves are on the same branch, in whatever order they were written. */
function branchOf({ version, named }: SlipTable): string {
  const [first, ...more] = named;
  const rest =
    more.length === 0
      ? ''
      : `-and-${more.length}-more-${shortHash(
          named.map(({ milestone, to }) => [milestone, to]),
          8,
        )}`;
  return `${SLIP_BRANCH}${branchWord(version)}-${first?.milestone}-${first?.to}${rest}`;
}
