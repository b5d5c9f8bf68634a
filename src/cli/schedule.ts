// `relcomms schedule`: the weeks of a release with every milestone and task on its day.
import { buildCalendar } from '../calendar/build-calendar.ts';
import { renderCalendar } from '../calendar/render-calendar.ts';
import { type Instant, dayAt, formatDay, parseDay } from '../domain/day.ts';
import type { Step } from '../domain/step.ts';
import { type Release, type Week, countdownName } from '../domain/release.ts';
import { clockWords, countWords, dayWords, dayNotes, spanWords } from '../text/words.ts';
import { CONFIG_OPTION, type Command, type Io, JSON_OPTION, UNUSABLE, textOf } from './command.ts';
import { presetRelease } from './preset-release.ts';
import { readConfigFile } from './read-config-file.ts';

const FORMATS: Readonly<Record<string, ((release: Release) => string) | undefined>> = {
  table: scheduleTable,
  json: (release) => `${JSON.stringify(release, undefined, 2)}\n`,
  ics: (release) => renderCalendar(release.title, buildCalendar(release)),
};

export const schedule: Command = {
  name: 'schedule',
  usage: 'VERSION',
  summary: 'Prints the weeks of a release with every milestone and task on its day.',
  options: [
    CONFIG_OPTION,
    { name: 'preset', value: 'NAME', description: 'show a preset, such as basic, without a config' },
    { name: 'release', value: 'DAY', description: 'with --preset: release day, as 2027-03-16' },
    { name: 'format', value: 'FORMAT', description: 'table (default), json, or ics (a calendar file)' },
    JSON_OPTION,
  ],
  notes: [
    'relcomms schedule v1.18.0 --format ics > v1.18.0.ics makes a file that calendars import.',
    'A preset without --release is released on the first Tuesday for which there is time.',
  ],
  async run(given, io) {
    const format = given.values['json'] === true ? 'json' : (textOf(given, 'format') ?? 'table');
    const print = FORMATS[format];
    if (print === undefined) {
      io.err(`--format is "${format}"; it can be table, json, or ics.\n`);
      return UNUSABLE;
    }
    const preset = textOf(given, 'preset');
    const day = textOf(given, 'release');
    if (preset !== undefined) return showPreset(preset, day, print, io);
    if (day !== undefined) {
      io.err('--release needs --preset NAME; with a config, release day is written there.\n');
      return UNUSABLE;
    }
    const config = await readConfigFile(given, io);
    if ('exit' in config) return config.exit;
    const [version] = given.positionals;
    const release = config.releases.find((candidate) => candidate.version === version);
    if (release === undefined) {
      const known = config.releases.map((candidate) => candidate.version).join(', ');
      io.err(
        `${version === undefined ? 'Which release?' : `There is no release ${version}.`} The config has ${known === '' ? 'none' : known}.\n`,
      );
      return UNUSABLE;
    }
    io.out(print(release));
    return 0;
  },
};

function showPreset(
  name: string,
  written: string | undefined,
  print: (release: Release) => string,
  io: Io,
): number {
  const day = written === undefined ? undefined : parseDay(written.trim());
  if (written !== undefined && day === undefined) {
    io.err(`"${written}" is no day. Write it as 2027-03-16.\n`);
    return UNUSABLE;
  }
  const found = presetRelease(name, day, dayAt(Date.now() as Instant, 'UTC'));
  if ('error' in found) {
    io.err(`${found.error}\n`);
    return UNUSABLE;
  }
  io.out(print(found.release));
  return 0;
}

/** The schedule as text of fixed columns. */
export function scheduleTable(release: Release): string {
  const head = `${release.title}: ${countWords(release.weeks.length, 'week')}, ${spanWords(release.start, release.end)}, release day ${dayWords(release.release)} (${release.timezone})`;
  const numbers = new Set(release.weeks.map((week) => week.number));
  const outside = rowsOf(release, (week) => !numbers.has(week));
  return [
    head,
    ...release.weeks.map((week) => weekBlock(release, week)),
    ...(outside.length === 0 ? [] : [['Outside the cycle', ...outside].join('\n')]),
    ...undatedBlock(release),
    '',
  ].join('\n\n');
}

function undatedBlock({ undated }: Release): string[] {
  if (undated === undefined) return [];
  const milestones = undated.milestones.map(
    ({ title, who }) => `  later          * ${title}${who === undefined ? '' : `  [${who}]`}`,
  );
  const tasks = undated.tasks.map(({ title }) => `  later          - ${title}`);
  return [['Without a day', ...milestones, ...tasks].join('\n')];
}

function weekBlock(release: Release, week: Week): string {
  const title = [
    `Week ${String(week.number).padStart(2)}`,
    countdownName(week.countdown).padEnd(5),
    spanWords(week.start, week.end),
  ];
  const phase = week.phase === undefined ? [] : [week.phase];
  const rows = rowsOf(release, (number) => number === week.number);
  return [[...title, ...phase].join('  '), ...(rows.length === 0 ? ['  (nothing planned)'] : rows)].join(
    '\n',
  );
}

function rowsOf(release: Release, inWeek: (week: number) => boolean): string[] {
  const milestones = release.milestones
    .filter((milestone) => inWeek(milestone.week))
    .map(({ day, title, at, zone, who, from, shiftedFrom }) => ({
      day,
      at: at ?? '',
      mark: '*',
      title: `${title}${clockWords({ at, zone })}${dayNotes({ from, shiftedFrom })}`,
      who: who ?? '',
      steps: [] as readonly Step[],
    }));
  const tasks = release.tasks
    .filter((task) => inWeek(task.week))
    .map((task) => ({
      day: task.due,
      at: task.clock?.at ?? '',
      mark: '-',
      title: `${task.title}${clockWords(task.clock)}${task.optional ? ' (if appropriate)' : ''}`,
      who: task.doneBy === undefined ? task.holders.join(', ') || (task.role ?? '') : 'relcomms',
      steps: task.steps ?? [],
    }));
  const rows = [...milestones, ...tasks].toSorted((a, b) =>
    timeOf(a) < timeOf(b) ? -1 : Number(timeOf(a) > timeOf(b)),
  );
  return rows.flatMap(({ day, mark, title, who, steps }) => [
    `  ${formatDay(day, 'YYYY-MM-DD ddd')} ${mark} ${title}${who === '' ? '' : `  [${who}]`}`,
    ...steps.map((step) => `                     ${step.text}`),
  ]);
}

/** What has no time of day comes first on its day. */
function timeOf({ day, at }: { readonly day: string; readonly at: string }): string {
  return `${day} ${at}`;
}
