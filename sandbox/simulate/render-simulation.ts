// The words of a simulation for a terminal: week by week, then the mails per person, then where it ends.
import { type Day, mondayOf } from '../../src/domain/day.ts';
import { countdownName } from '../../src/domain/release.ts';
import { countWords, dayWords, spanWords } from '../../src/text/words.ts';
import { renderCounts } from './render-counts.ts';
import { type Row, renderRows } from './render-rows.ts';
import { renderReleaseEnd } from './render-release-end.ts';
import { quietWords, rowsOf } from './timeline-rows.ts';
import type { SimulatedWeek, Simulation } from './simulation.ts';

export function renderSimulation(simulation: Simulation): string {
  const { releases: ends, counts, to } = simulation;
  return [
    renderHead(simulation),
    ...weekBlocks(simulation),
    'Emails that relcomms causes, per person and week',
    renderCounts(counts),
    `On the evening of ${dayWords(to)}`,
    ...ends.map(renderReleaseEnd),
    '',
  ].join('\n\n');
}

function renderHead({ from, to, timezone, team, releases, counts }: Simulation): string {
  const mails = counts.rows.reduce((sum, row) => sum + row.total, 0);
  const who = team === 'idle' ? 'nobody does anything' : 'a scripted team does its tasks';
  return [
    `${releases.map(({ title }) => title).join(', ')}: ${spanWords(from, to)} (${timezone}); ${who}`,
    `${countWords(mails, 'email')} to ${countWords(counts.rows.length, 'person', 'people')}. This is a simulation: nothing was sent.`,
  ].join('\n');
}

function weekBlocks(simulation: Simulation): string[] {
  const { weeks, events, releases } = simulation;
  const rows = rowsOf(simulation);
  const widths = widthsOf(rows);
  return weeks.map((week) => {
    const isInWeek = ({ day }: { readonly day: Day }): boolean => mondayOf(day) === week.monday;
    const lines = renderRows(rows.filter(isInWeek), widths);
    const quiet = quietWords(events.filter(isInWeek));
    return [
      weekHead(week, releases.length > 1),
      ...(lines.length === 0 ? ['  nothing new'] : lines),
      ...(quiet === '' ? [] : [`  quietly: ${quiet}`]),
    ].join('\n');
  });
}

/** The columns are as wide in every week. */
function widthsOf(rows: readonly Row[]): readonly [number, number] {
  return [
    Math.max(0, ...rows.map(({ kind }) => kind.length)),
    Math.max(0, ...rows.map(({ to }) => to.length)),
  ];
}

function weekHead({ monday, releases }: SimulatedWeek, several: boolean): string {
  const named = releases.map(({ version, number, of, countdown, phase }) => {
    const name = `week ${number} of ${of}, ${countdownName(countdown)}`;
    return `${several ? `${version} ` : ''}${name}${phase === undefined ? '' : `, ${phase}`}`;
  });
  return [`Week of ${dayWords(monday)}`, ...named].join(' · ');
}
