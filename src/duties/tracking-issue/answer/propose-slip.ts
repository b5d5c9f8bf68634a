// Turns the wish to move dates into a pull request on the config: people decide, relcomms writes.
import { BRANCH_FOLDER } from '../../../text/own-branch.ts';
import { spliceDays } from '../../../config/splice-day.ts';
import { dayAt } from '../../../domain/day.ts';
import type { DesiredPull } from '../../../domain/desired.ts';
import { isError } from '../../../domain/problem.ts';
import type { Release } from '../../../domain/release.ts';
import type { SlipTable } from '../../../domain/slip.ts';
import { slip } from '../../../schedule/slip.ts';
import { SLIP_FORMS } from '../../../schedule/slip-amount.ts';
import { otherMove } from '../../../schedule/slip-holds.ts';
import { readPairs } from '../../../schedule/slip-pairs.ts';
import { shortHash } from '../../../text/short-hash.ts';
import type { DutyContext } from '../../duty.ts';
import { branchWord } from './branch-word.ts';
import type { TrackingIssueConfig } from '../config.ts';
import { renderPull } from './render-command.ts';

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
  const { spec, text: config, path } = context.source;
  const { version } = release;
  const moves = readPairs(spec, version, words);
  if ('problems' in moves)
    return { problem: moves.problems.map(({ message, fix }) => `${message} ${fix}`).join(' ') };
  const today = dayAt(context.now, release.timezone);
  const table = slip(spec, { version, moves, today, because, done: request.done });
  if ('code' in table) return { problem: `${table.message} ${table.fix}` };
  const error = table.conflicts.find(isError);
  if (error !== undefined)
    return { problem: `The config could not be used with ${these(table)}: ${error.message}` };
  const spliced = spliceDays(config, table.edits);
  if ('problem' in spliced) return { problem: `${spliced.problem.message} ${spliced.problem.fix}` };
  const wrong = whatIsWrong(spliced.text, table, context);
  if (wrong !== undefined) return { problem: wrong };
  return {
    kind: 'pull',
    branch: branchOf(table),
    title: titleOf(table).slice(0, 250),
    body: renderPull(table, request.tracking),
    path,
    content: spliced.text,
    entry: request.entry,
    why: request.why,
  };
}

/** The text is read once more, the way the next run will: a proposal loads, and moves what was told and nothing else. */
function whatIsWrong(
  text: string,
  table: SlipTable,
  { source, releases }: SlipRequest['context'],
): string | undefined {
  const again = source.reread(text);
  if ('problems' in again) {
    const error = again.problems.find(isError);
    return `The config could not be used with ${these(table)}${error === undefined ? '.' : `: line ${error.line}, ${error.message}`}`;
  }
  const other = otherMove(table, releases, again.releases);
  return other === undefined ? undefined : `${other.message} ${other.fix}`;
}

function these({ named }: SlipTable): string {
  return named.length === 1 ? 'that day' : 'these days';
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
  return `${BRANCH_FOLDER}slip-${branchWord(version)}-${first?.milestone}-${first?.to}${rest}`;
}

function titleOf({ version, named }: SlipTable): string {
  const [first, ...more] = named;
  if (more.length === 0) return `Move ${first?.title} of ${version} to ${first?.to}`;
  return `Move ${named.map(({ milestone, to }) => `${milestone} to ${to}`).join(', ')} in ${version}`;
}
