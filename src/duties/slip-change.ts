// What moved dates make of the config: its new text with the table, or in words why there is none.
import type { Right } from '../commands/rights.ts';
import { spliceDays } from '../config/splice-day.ts';
import { dayAt } from '../domain/day.ts';
import { isError } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { SlipTable } from '../domain/slip.ts';
import type { SlipMove } from '../domain/slip-pull.ts';
import { slip } from '../schedule/slip.ts';
import { otherMove } from '../schedule/slip-holds.ts';
import type { DutyContext } from './duty.ts';

/** Who may move dates: by the command, and by the checkboxes of the pull request that it opens. */
export const SLIP_RIGHT: Right = 'lead';

export interface SlipWanted {
  readonly moves: readonly SlipMove[];
  readonly because?: string | undefined;
  readonly release: Pick<Release, 'version' | 'timezone'>;
  readonly context: Pick<DutyContext<unknown>, 'source' | 'releases' | 'now'>;
  /** Ids of tasks that are done; absent: nothing is known. */
  readonly done?: ReadonlySet<string> | undefined;
}

export interface SlipChange {
  readonly table: SlipTable;
  /** The whole config with the moves written into it. */
  readonly content: string;
}

export function slipChange(wanted: SlipWanted): SlipChange | { readonly problem: string } {
  const { moves, because, release, context, done } = wanted;
  const { spec, text } = context.source;
  const today = dayAt(context.now, release.timezone);
  const table = slip(spec, { version: release.version, moves, today, because, done });
  if ('code' in table) return { problem: `${table.message} ${table.fix}` };
  const error = table.conflicts.find(isError);
  if (error !== undefined)
    return {
      problem: `The config could not be used with ${these(table)}: ${error.message} ${error.fix}`.trimEnd(),
    };
  const spliced = spliceDays(text, table.edits);
  if ('problem' in spliced) return { problem: `${spliced.problem.message} ${spliced.problem.fix}` };
  const wrong = whatIsWrong(spliced.text, table, context);
  return wrong === undefined ? { table, content: spliced.text } : { problem: wrong };
}

/** The title of the pull request, and of each commit on its branch. */
export function slipTitle({ version, named }: SlipTable): string {
  const [first, ...more] = named;
  const title =
    more.length === 0
      ? `${first?.from === undefined ? 'Set' : 'Move'} ${first?.title} of ${version} to ${first?.to}`
      : `Move ${named.map(({ milestone, to }) => `${milestone} to ${to}`).join(', ')} in ${version}`;
  return title.slice(0, 250);
}

/** The text is read once more, the way the next run will: a proposal loads, and moves what was told and nothing else. */
function whatIsWrong(
  text: string,
  table: SlipTable,
  { source, releases }: SlipWanted['context'],
): string | undefined {
  const again = source.reread(text);
  if ('problems' in again) {
    const error = again.problems.find(isError);
    return `The config could not be used with ${these(table)}${error === undefined ? '.' : `: line ${error.line}, ${error.message} ${error.fix}`}`.trimEnd();
  }
  const other = otherMove(table, releases, again.releases);
  return other === undefined ? undefined : `${other.message} ${other.fix}`;
}

function these({ named }: SlipTable): string {
  return named.length === 1 ? 'that day' : 'these days';
}
