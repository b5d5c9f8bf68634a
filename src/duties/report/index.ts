// Tells in the tracking issue what stands between a release and its next milestone, and how that went so far.
import { dayAt } from '../../domain/day.ts';
import type { DesiredSection } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type Release, hasSections, isOver } from '../../domain/release.ts';
import { countOf } from '../../standing/figures.ts';
import { gateTitle, renderDetails, renderHeadline } from '../../standing/render-stand.ts';
import { type Stand, standOf } from '../../standing/stand.ts';
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

/** Name of the block with the headline. */
const HEADLINE = 'standing';

/** Most characters of the stand: the issue has to hold the checklist above all. */
const ROOM = 6000;

declare module '../duty.ts' {
  interface Told {
    /** The duty that says in the tracking issue what is not watched, and why. */
    readonly listsLacks: string;
  }
}

export const report: Duty<ReportConfig, 'ownIssues'> = {
  name: BLOCK,
  title: 'Report',
  description:
    'Everything that blocks the next milestone of a release, on top of the tracking issue: blockers, failing tests, approvals, and overdue tasks, with their owners.',
  config: reportConfig,
  needs: ['ownIssues'],
  leansOn: ['tracking-issue'],
  wakesOn: ['issues', 'pull_request'],
  tells: () => ({ listsLacks: BLOCK }),
  asks: () => ({}),
  desire: (input) => ({
    desired: input.releases
      .filter((release) => hasSections(release, input.now))
      .flatMap((release) => sectionsFor(release, input)),
    skips: [],
  }),
};

/** The headline for the first screen, and below what is to be done what it rests on. */
function sectionsFor(release: Release, input: Input): DesiredSection[] {
  const issue = trackingKey(release);
  const found = input.observed.ownIssues.find(({ key }) => key === issue);
  const over = isOver(release, input.now);
  const stand = standFor(release, input);
  const details = over ? '' : renderDetails(stand, { lines: input.config.lines, characters: ROOM });
  const text = [
    details === '' ? '' : `${render.heading(stand)}\n\n${details}`,
    trendFor(release, found, over, input),
  ];
  const section = { kind: 'section' as const, issue, why: render.whySection() };
  return [
    {
      ...section,
      name: HEADLINE,
      text: over ? '' : renderHeadline(stand, gateTitle(stand)),
      isHeadline: true,
    },
    { ...section, name: BLOCK, text: text.filter((part) => part !== '').join('\n\n') },
  ];
}

function standFor(release: Release, { standing = [], heard = [], rows = [], teams, now }: Input): Stand {
  return standOf({ release, standing, heard, rows, teams: Object.keys(teams), now });
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
    open: release.tasks.filter(({ id, doneBy }) => doneBy === undefined && ticks.get(id) !== true).length,
    failing: countOf('failing-test', { standing: own, heard, rows }, release.version),
  };
}

function blockOf(body: string): string {
  const lines = splitLines(body);
  const block = findBlock(lines, BLOCK);
  return block === undefined ? '' : joinLines(lines.slice(block.begin, block.end));
}
