// Turns the wish to move dates into a pull request on the config: people decide, relcomms writes.
import { SLIP_BRANCH } from '../../../text/own-branch.ts';
import type { DesiredPull } from '../../../domain/desired.ts';
import type { Release } from '../../../domain/release.ts';
import type { SlipTable } from '../../../domain/slip.ts';
import { SLIP_FORMS } from '../../../schedule/slip-amount.ts';
import { readPairs } from '../../../schedule/slip-pairs.ts';
import { blobId } from '../../../text/blob-id.ts';
import { shortHash } from '../../../text/short-hash.ts';
import type { DutyContext } from '../../duty.ts';
import { branchWord } from './branch-word.ts';
import type { TrackingIssueConfig } from '../config.ts';
import { renderProposed } from '../proposal/render-proposed.ts';
import { slipChange, slipTitle } from '../proposal/slip-change.ts';

export interface SlipRequest {
  readonly words: readonly string[];
  readonly because: string | undefined;
  readonly release: Release;
  readonly context: DutyContext<TrackingIssueConfig>;
  readonly done: ReadonlySet<string>;
  /** Number of the tracking issue, which the pull request points to. */
  readonly tracking: number | undefined;
  /** Key of the ledger entry that is withheld when it can't be opened. */
  readonly entry: string;
  readonly why: string;
}

/** The pull request, or in words why there is none. */
export function proposeSlip(request: SlipRequest): DesiredPull | { readonly problem: string } {
  const { words, because, release, context } = request;
  if (words.length < 2 && !words.some((word) => word.includes('=')))
    return { problem: `Write: /release slip MILESTONE DAY because REASON. A day is ${SLIP_FORMS}.` };
  const { spec, path } = context.source;
  const { version } = release;
  const moves = readPairs(spec, version, words);
  if ('problems' in moves)
    return { problem: moves.problems.map(({ message, fix }) => `${message} ${fix}`).join(' ') };
  const change = slipChange({ moves, because, release, context, done: request.done });
  if ('problem' in change) return change;
  const { table, content } = change;
  const memory = { version, named: moves, taken: [], because, file: blobId(content) };
  return {
    kind: 'pull',
    branch: branchOf(table),
    title: slipTitle(table),
    body: renderProposed(table, memory, request.tracking),
    path,
    content,
    entry: request.entry,
    why: request.why,
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
