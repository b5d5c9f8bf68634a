// Reads the moves of milestones that a simulation plays through, and works out the config after each.
import { spliceDays } from '../../src/config/splice-day.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { type Day, addDays, parseDay } from '../../src/domain/day.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ScheduleSpec } from '../../src/domain/spec.ts';
import { type Prepared, asOf, prepare } from '../../src/run/reconcile.ts';
import { slip as slipTable } from '../../src/schedule/slip.ts';
import { SLIP_FORMS, slipDay } from '../../src/schedule/slip-amount.ts';
import { findMilestone, findUndated } from '../../src/schedule/slip-find.ts';
import { dayWords } from '../../src/text/words.ts';

/** How a move is written, for help and refusals. */
export const MOVE_FORM = '[VERSION:]MILESTONE=+1w[@DAY]';

/** Days before a milestone on which it is moved, when no day is given. */
const NOTICE = 14;

const MOVE = /^(?:([^=@]+):)?([a-z0-9-]+)=([^=@]+)(?:@([^=@]*))?$/;

/** A change of the config on a day. */
export interface PlannedSlip {
  readonly on: Day;
  /** The config from then on. */
  readonly prepared: Prepared;
  /** What is done, in words: `moves RC1 (rc1) of 1.10.0 from … to …`. */
  readonly what: string;
  readonly release: string;
}

/** Why a move can't be played, one sentence with its fix. */
export interface Refused {
  readonly refused: string;
}

interface Move {
  readonly version: string;
  readonly id: string;
  readonly amount: string;
  readonly on: Day;
}

/** The changes in order of their days. `from` is the first day of the simulation. */
export function planSlips(
  prepared: Prepared,
  moves: readonly string[],
  from: Day,
): readonly PlannedSlip[] | Refused {
  const read = moves.map((text) => readMove(text, prepared, from));
  const refused = read.find((move) => 'refused' in move);
  if (refused !== undefined) return refused;
  const good = read.filter((move): move is Move => !('refused' in move));
  const planned: PlannedSlip[] = [];
  let current = prepared;
  for (const move of good.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    const next = carryOut(current, move);
    if ('refused' in next) return next;
    planned.push(next);
    current = next.prepared;
  }
  return planned;
}

function readMove(text: string, { config, releases }: Prepared, from: Day): Move | Refused {
  const [, version, milestone = '', amount = '', at] = MOVE.exec(text.trim()) ?? [];
  if (milestone === '') return { refused: `--slip is "${text}"; write ${MOVE_FORM}.` };
  const holder = releases.find(
    ({ milestones, undated }) =>
      version === undefined &&
      [...milestones, ...(undated?.milestones ?? [])].some((candidate) => candidate.id === milestone),
  );
  const name = version ?? holder?.version ?? releases[0]?.version ?? '';
  const found = findEither(config.schedule, name, milestone);
  if ('code' in found) return { refused: `${found.message} ${found.fix}` };
  const first = addDays(from, 1);
  // What has no day yet is given one on the first day.
  const notice = found.day === undefined ? first : addDays(found.day, -NOTICE);
  const on = at === undefined ? (notice < first ? first : notice) : parseDay(at);
  if (on === undefined || on < from)
    return { refused: `--slip is "${text}"; behind @ stands a day from ${from} on.` };
  return { version: name, id: milestone, amount, on };
}

/** The title, and the day where there is one. */
function findEither(
  schedule: ScheduleSpec,
  version: string,
  id: string,
): { readonly title: string; readonly day?: Day } | Problem {
  const undated = findUndated(schedule, version, id);
  if (undated !== undefined) return { title: undated.title };
  const found = findMilestone(schedule, version, id);
  return 'code' in found ? found : { title: found.milestone.title, day: found.milestone.day };
}

function carryOut({ text, config }: Prepared, { version, id, amount, on }: Move): PlannedSlip | Refused {
  // An earlier move may have moved this one along.
  const now = findEither(config.schedule, version, id);
  if ('code' in now) return { refused: `${now.message} ${now.fix}` };
  const { day, title } = now;
  const to = day === undefined ? parseDay(amount.trim()) : slipDay(amount, day, config.schedule.holidays);
  if (to === undefined && day === undefined)
    return { refused: `"${id}" has no day yet, and "${amount}" is not one. Write a day such as 2026-11-17.` };
  if (to === undefined) return { refused: `"${amount}" is no day. Write ${SLIP_FORMS}.` };
  const table = slipTable(config.schedule, { version, moves: [{ milestone: id, to }], today: on });
  if ('code' in table) return { refused: `${table.message} ${table.fix}` };
  const spliced = spliceDays(text, table.edits);
  if ('problem' in spliced) return { refused: `${spliced.problem.message} ${spliced.problem.fix}` };
  const prepared = prepare(spliced.text, DUTY_SECTIONS, asOf({ config }));
  if ('problems' in prepared) {
    const [problem] = prepared.problems;
    return { refused: `With "${id}" on ${to} the config could not be used: ${problem?.message ?? ''}` };
  }
  const name = `${title} (${id}) of ${version}`;
  const what =
    day === undefined
      ? `sets ${name} to ${dayWords(to)}`
      : `moves ${name} from ${dayWords(day)} to ${dayWords(to)}`;
  return { on, prepared, what, release: version };
}
