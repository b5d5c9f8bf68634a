// `relcomms slip`: what a moved date moves, and the change of the config that moves it.
import { changedLines } from '../config/splice-diff.ts';
import { spliceDays } from '../config/splice-day.ts';
import { readReason } from '../config/splice-reason.ts';
import { formatProblems } from '../config/format-problems.ts';
import { type Instant, dayAt, parseDay } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import type { NamedMove, SlipTable } from '../domain/slip.ts';
import { type Prepared, prepareAt } from '../run/reconcile.ts';
import { slip as slipTable } from '../schedule/slip.ts';
import { SLIP_FORMS } from '../schedule/slip-amount.ts';
import { otherMove } from '../schedule/slip-holds.ts';
import { PAIRS_FORM, readPairs } from '../schedule/slip-pairs.ts';
import { renderSlipTable } from '../text/slip-table.ts';
import {
  type Arguments,
  CONFIG_OPTION,
  type Command,
  DEFAULT_CONFIG,
  type Io,
  JSON_OPTION,
  UNUSABLE,
  textOf,
} from './command.ts';
import { readConfigFile } from './read-config-file.ts';
import { replaceFile } from './replace-file.ts';

export const slip: Command = {
  name: 'slip',
  usage: 'VERSION MILESTONE DAY|+2w|-3d',
  // Several pairs, each of which may be as long as `rc1=-3 working days`.
  mostArguments: 100,
  summary: 'Shows what moved dates move; with --write it changes the config.',
  options: [
    { name: 'because', value: 'TEXT', description: 'why it moves: announced with the new date' },
    { name: 'write', description: 'write the change into the config' },
    { name: 'at', value: 'DAY', description: 'treat everything before that day as past (default: today)' },
    CONFIG_OPTION,
    JSON_OPTION,
  ],
  notes: [
    `The new day: ${SLIP_FORMS}.`,
    'MILESTONE is an id; "release" is release day.',
    `Several at once: relcomms slip VERSION ${PAIRS_FORM}`,
    'Exit code: 0 success, 1 the config has or would have errors, 2 a wrong argument or no file.',
  ],
  async run(given, io) {
    const config = await readConfigFile(given, io);
    if ('exit' in config) return config.exit;
    const table = readTable(given, config);
    if ('refused' in table) {
      for (const { message, fix } of table.refused) io.err(`${message} ${fix}\n`);
      return UNUSABLE;
    }
    const change = changeOf(config, table);
    if (given.values['json'] !== true) tell(table, change, textOf(given, 'config') ?? DEFAULT_CONFIG, io);
    const written = await write(given, config.text, change, io);
    if (given.values['json'] === true)
      io.out(
        `${JSON.stringify({ ...alone(table), ...table, ...change, text: undefined, written }, undefined, 2)}\n`,
      );
    return change.problems.length > 0 || written === false ? 1 : 0;
  },
};

type Refusal = Pick<Problem, 'message' | 'fix'>;

/** The table for the arguments, or everything that is wrong with them. */
function readTable(
  given: Arguments,
  { config }: Prepared,
): SlipTable | { readonly refused: readonly Refusal[] } {
  const [version, ...words] = given.positionals;
  if (version === undefined || words.length === 0 || (words.length === 1 && !words[0]?.includes('=')))
    return refused({
      message: 'Which release, which milestone, which day?',
      fix: 'See relcomms slip --help.',
    });
  // `-3 working days`
  const [further] = words.some((word) => word.includes('=')) ? [] : words.slice(4);
  if (further !== undefined)
    return refused({ message: `"${further}" is one argument too many.`, fix: 'See relcomms slip --help.' });
  const moves = readPairs(config.schedule, version, words);
  if ('problems' in moves) return { refused: moves.problems };
  const at = textOf(given, 'at');
  const today = at === undefined ? dayAt(Date.now() as Instant, config.schedule.timezone) : parseDay(at);
  if (today === undefined)
    return refused({ message: `--at is "${at}".`, fix: 'Use a day such as 2026-11-03.' });
  const because = textOf(given, 'because');
  const read = because === undefined ? { reason: undefined } : readReason(because);
  if ('problem' in read) return refused(read.problem);
  const table = slipTable(config.schedule, { version, moves, today, because: read.reason });
  return 'code' in table ? refused(table) : table;
}

function refused(problem: Refusal): { readonly refused: readonly Refusal[] } {
  return { refused: [problem] };
}

/** A milestone that moves alone stands at the top as well, for programs that know no other form. */
function alone({ named }: SlipTable): Partial<NamedMove> {
  return (named.length === 1 && named[0]) || {};
}

interface Change {
  /** The config with the new day; absent when it can't be changed in place. */
  readonly text?: string;
  readonly changes: ReturnType<typeof changedLines>;
  /** Why the change is not to be written. */
  readonly problems: readonly Problem[];
}

/** A config that could not be used is never proposed. */
function changeOf({ text: before, releases }: Prepared, table: SlipTable): Change {
  const spliced = spliceDays(before, table.edits);
  if ('problem' in spliced) return { changes: [], problems: [spliced.problem] };
  const prepared = prepareAt(spliced.text, Date.now() as Instant);
  const problems =
    'problems' in prepared ? prepared.problems : [otherMove(table, releases, prepared.releases) ?? []].flat();
  return { text: spliced.text, changes: changedLines(before, spliced.text), problems };
}

function tell(table: SlipTable, { changes, problems, text }: Change, file: string, io: Io): void {
  const width = String(Math.max(0, ...changes.map(({ line }) => line))).length;
  const lines = changes.map(
    ({ sign, line, text: words }) => `${sign} ${String(line).padStart(width)}  ${words}`,
  );
  io.out(`${renderSlipTable(table)}${[file, ...lines].join('\n')}\n`);
  if (problems.length === 0) return;
  const located = problems.map((problem) => ({ line: 1, column: 1, ...problem }));
  io.err(
    text === undefined
      ? `${problems.map(({ message, fix }) => `${message} ${fix}`).join('\n')}\n`
      : `${formatProblems(located, file)}\nThe config would have errors with the new day, so it is not changed.\n`,
  );
}

/** Whether it was written; undefined when nobody asked for it. */
async function write(
  given: Arguments,
  before: string,
  { text, problems }: Change,
  io: Io,
): Promise<boolean | undefined> {
  const file = textOf(given, 'config') ?? DEFAULT_CONFIG;
  const quiet = given.values['json'] === true;
  if (given.values['write'] !== true) {
    if (!quiet && problems.length === 0) io.out('\nThe file is unchanged; add --write to change it.\n');
    return undefined;
  }
  if (text === undefined || problems.length > 0) return false;
  try {
    if ((await replaceFile(file, before, text)) === 'written') {
      if (!quiet) io.out(`\n${file} is changed.\n`);
      return true;
    }
    io.err(
      `${file} was changed by somebody else in the meantime, so relcomms left it unchanged. Try again.\n`,
    );
  } catch (error) {
    io.err(`${file} can't be written: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  return false;
}
