// `relcomms simulate`: what a config would do, day by day, to whom and why, played on an embedded GitHub.
import { type Day, type Instant, daysBetween, parseDay } from '../domain/day.ts';
import { type Prepared, prepareAt } from '../run/reconcile.ts';
import { planSlips } from '../../sandbox/simulate/slips.ts';
import { firstDay, lastDay } from '../../sandbox/simulate/span.ts';
import type { SimulateOptions } from '../../sandbox/simulate/simulate.ts';
import type { TeamKind } from '../../sandbox/simulate/simulation.ts';
import { countWords, dayWords } from '../text/words.ts';
import {
  type Arguments,
  CONFIG_OPTION,
  type Command,
  DEFAULT_CONFIG,
  type Io,
  JSON_OPTION,
  UNUSABLE,
  textOf,
  textsOf,
} from './command.ts';
import { readText } from './read-config-file.ts';
import { validate } from './validate.ts';

/** A wrong year in --to would be played for hours. */
const MOST_DAYS = 1000;

export const simulate: Command = {
  name: 'simulate',
  usage: '[--from DAY] [--to DAY]',
  summary: 'Simulates a config: each message, each change, emails per person, and the end.',
  options: [
    { name: 'from', value: 'DAY', description: 'the first day (default: the first tracking issue opens)' },
    { name: 'to', value: 'DAY', description: 'the last day (default: a week past the last cycle)' },
    { name: 'team', value: 'TEAM', description: 'scripted (default): people do their tasks; or idle' },
    {
      name: 'slip',
      value: 'MOVE',
      repeatable: true,
      description: 'move a milestone during the run: rc1=+1w, v1.18.0:rc1=+1w@2020-03-02',
    },
    { name: 'mails', description: 'only the emails per person and week' },
    CONFIG_OPTION,
    JSON_OPTION,
  ],
  notes: [
    'This is a simulation on this machine: it sends nothing.',
    'You can use --slip several times; without @DAY the date moves two weeks before it.',
    'Exit code: 0 simulated, 1 the config has errors, 2 a wrong argument or no file.',
  ],
  async run(given, io) {
    const text = await readText(textOf(given, 'config') ?? DEFAULT_CONFIG, io);
    if (text === undefined) return UNUSABLE;
    const prepared = prepareAt(text, Date.now() as Instant);
    // A broken config is told by the command that looks at configs.
    if ('problems' in prepared) return await validate.run({ ...given, positionals: [] }, io);
    const options = readOptions(given, prepared);
    if (typeof options === 'string') {
      io.err(`${options}\n`);
      return UNUSABLE;
    }
    await play(options, given, io);
    return 0;
  },
};

/** What to play, or what is wrong with an argument. */
function readOptions(given: Arguments, prepared: Prepared): SimulateOptions | string {
  const team = textOf(given, 'team') ?? 'scripted';
  if (!isTeam(team)) return `--team is "${team}"; it can be scripted or idle.`;
  const from = dayOf(given, 'from', firstDay(prepared));
  if (typeof from === 'object') return from.problem;
  const slips = planSlips(prepared, textsOf(given, 'slip'), from);
  if ('refused' in slips) return slips.refused;
  const last = slips.at(-1)?.prepared.releases ?? prepared.releases;
  const to = dayOf(given, 'to', lastDay([...prepared.releases, ...last]));
  if (typeof to === 'object') return to.problem;
  if (to < from) return `The last day, ${dayWords(to)}, is before the first, ${dayWords(from)}.`;
  const days = daysBetween(from, to) + 1;
  if (days > MOST_DAYS) return `${days} days are too many; relcomms can simulate ${MOST_DAYS} at most.`;
  const beyond = slips.find(({ on }) => on > to);
  if (beyond !== undefined)
    return `--slip would move a date on ${beyond.on}, after the last day, ${to}. Use an earlier @DAY.`;
  return { prepared, from, to, team, slips };
}

async function play(options: SimulateOptions, { values }: Arguments, io: Io): Promise<void> {
  // The embedded GitHub is large; other commands start without it.
  const { simulate: run } = await import('../../sandbox/simulate/simulate.ts');
  const { renderCounts } = await import('../../sandbox/simulate/render-counts.ts');
  const { renderSimulation } = await import('../../sandbox/simulate/render-simulation.ts');
  const { from, to } = options;
  const days = daysBetween(from, to) + 1;
  const result = await run({
    ...options,
    onDay: (day) =>
      io.progress?.(`${dayWords(day)}, day ${daysBetween(from, day) + 1} of ${countWords(days, 'day')}`),
  });
  io.progress?.('');
  const isShort = values['mails'] === true;
  const asked = isShort ? result.counts : result;
  if (values['json'] === true) io.out(`${JSON.stringify(asked, undefined, 2)}\n`);
  else io.out(isShort ? `${renderCounts(result.counts)}\n` : renderSimulation(result));
}

function isTeam(word: string): word is TeamKind {
  return word === 'scripted' || word === 'idle';
}

/** The day of an option; without one, the default. */
function dayOf(given: Arguments, name: string, otherwise: Day | undefined): Day | { problem: string } {
  const text = textOf(given, name);
  const day = text === undefined ? otherwise : parseDay(text);
  if (day !== undefined) return day;
  return {
    problem:
      text === undefined
        ? 'The config has no release to simulate.'
        : `--${name} is "${text}"; use a day such as 2026-11-03.`,
  };
}
