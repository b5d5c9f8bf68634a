// Tells in the tracking issue what stands between a release and its next milestone, and how that went so far.
import { dayAt } from '../../domain/day.ts';
import type { DesiredSection } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type Release, hasSections, isOver } from '../../domain/release.ts';
import { countOf } from '../../standing/figures.ts';
import { renderStand } from '../../standing/render-stand.ts';
import { standOf } from '../../standing/stand.ts';
import { findBlock } from '../../body/body-lines.ts';
import { joinLines, splitLines } from '../../body/split-lines.ts';
import { readTicks } from '../../body/ticks.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty, DutyInput } from '../duty.ts';
import { type ReportConfig, reportConfig } from './config.ts';
import { renderTrend } from './render-trend.ts';
import { render } from './render.ts';
import { type Point, readTrend, withToday } from './trend.ts';

type Input = DutyInput<ReportConfig, 'ownIssues'>;

/** Name of the block. */
const BLOCK = 'report';

/** Most characters of the stand: the issue has to hold the checklist above all. */
const ROOM = 6000;

export const report: Duty<ReportConfig, 'ownIssues'> = {
  name: BLOCK,
  title: 'Report',
  description:
    'What stands between a release and its next milestone, on top of the tracking issue: blockers, failing tests, approvals and late tasks, with their owners.',
  config: reportConfig,
  needs: ['ownIssues'],
  leansOn: ['tracking-issue'],
  wakesOn: ['issues', 'pull_request'],
  asks: () => ({}),
  desire: (input) => ({
    desired: input.releases
      .filter((release) => hasSections(release, input.now))
      .map((release) => sectionFor(release, input)),
    skips: [],
  }),
};

function sectionFor(release: Release, input: Input): DesiredSection {
  const issue = trackingKey(release);
  const found = input.observed.ownIssues.find(({ key }) => key === issue);
  const over = isOver(release, input.now);
  const parts = [over ? '' : standFor(release, input), trendFor(release, found, over, input)];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return { kind: 'section', issue, name: BLOCK, text, why: render.whySection() };
}

function standFor(release: Release, input: Input): string {
  const { standing = [], heard = [], rows = [], teams, now, config } = input;
  const stand = standOf({ release, standing, heard, rows, teams: Object.keys(teams), now });
  return `${render.heading(stand)}\n\n${renderStand(stand, { lines: config.lines, characters: ROOM })}`;
}

/** Once the cycle is over it stays as it was. */
function trendFor(release: Release, found: OwnIssue | undefined, over: boolean, input: Input): string {
  if (!input.config.trend) return '';
  const points = readTrend(blockOf(found?.ownBody ?? found?.body ?? ''));
  return renderTrend(over ? points : withToday(points, pointOf(release, found, input)));
}

function pointOf(release: Release, found: OwnIssue | undefined, input: Input): Point {
  const ticks = readTicks(found?.body ?? '');
  const { standing = [], heard = [], rows = [] } = input;
  const own = standing.filter((one) => one.release === release.version);
  return {
    day: dayAt(input.now, release.timezone),
    open: release.tasks.filter(({ id }) => ticks.get(id) !== true).length,
    failing: countOf('failing-test', { standing: own, heard, rows }, release.version),
  };
}

function blockOf(body: string): string {
  const lines = splitLines(body);
  const block = findBlock(lines, BLOCK);
  return block === undefined ? '' : joinLines(lines.slice(block.begin, block.end));
}
