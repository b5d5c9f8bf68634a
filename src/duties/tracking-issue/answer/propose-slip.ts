// Turns the wish to move a date into a pull request on the config: people decide, relcomms writes.
import { BRANCH_FOLDER } from '../../../text/own-branch.ts';
import { spliceDays } from '../../../config/splice-day.ts';
import { dayAt } from '../../../domain/day.ts';
import type { DesiredPull } from '../../../domain/desired.ts';
import { nearest } from '../../../domain/nearest.ts';
import { isError } from '../../../domain/problem.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import type { SlipTable } from '../../../domain/slip.ts';
import { slip } from '../../../schedule/slip.ts';
import { SLIP_FORMS, slipDay } from '../../../schedule/slip-amount.ts';
import { otherMove } from '../../../schedule/slip-holds.ts';
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
  const [id, ...rest] = words;
  const text = rest.join(' ');
  if (id === undefined || text === '')
    return { problem: `Write: /release slip MILESTONE DAY because REASON. A day is ${SLIP_FORMS}.` };
  const milestone = release.milestones.find((candidate) => candidate.id === id.toLowerCase());
  if (milestone === undefined) return { problem: unknownMilestone(id, release.milestones) };
  const { spec, text: config, path } = context.source;
  const to = slipDay(text, milestone.day, spec.holidays);
  if (to === undefined) return { problem: `"${text}" is no day. Write ${SLIP_FORMS}.` };
  const today = dayAt(context.now, release.timezone);
  const table = slip(spec, {
    version: release.version,
    milestone: milestone.id,
    to,
    today,
    because,
    done: request.done,
  });
  if ('code' in table) return { problem: `${table.message} ${table.fix}` };
  const error = table.conflicts.find(isError);
  if (error !== undefined) return { problem: `The config could not be used with that day: ${error.message}` };
  const spliced = spliceDays(config, table.edits);
  if ('problem' in spliced) return { problem: `${spliced.problem.message} ${spliced.problem.fix}` };
  const wrong = whatIsWrong(spliced.text, table, context);
  if (wrong !== undefined) return { problem: wrong };
  return {
    kind: 'pull',
    branch: `${BRANCH_FOLDER}slip-${branchWord(release.version)}-${milestone.id}-${to}`,
    title: `Move ${milestone.title} of ${release.version} to ${to}`.slice(0, 250),
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
    return `The config could not be used with that day${error === undefined ? '.' : `: line ${error.line}, ${error.message}`}`;
  }
  const other = otherMove(table, releases, again.releases);
  return other === undefined ? undefined : `${other.message} ${other.fix}`;
}

function unknownMilestone(id: string, milestones: readonly Milestone[]): string {
  const ids = milestones.map((milestone) => milestone.id);
  const guess = nearest(id.toLowerCase(), ids);
  return `There is no milestone "${id}".${guess === undefined ? ` The release has ${ids.join(', ')}.` : ` Did you mean ${guess}?`}`;
}
