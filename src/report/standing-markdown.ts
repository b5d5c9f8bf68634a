// What stands before the next milestones, as a part of the report of a run: for the job summary and the command line.
import { type Instant, dayAt } from '../domain/day.ts';
import type { Run } from '../run/reconcile.ts';
import { renderStand } from '../standing/render-stand.ts';
import { standOf } from '../standing/stand.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { shorten } from '../text/shorten.ts';

const ROOM = { lines: 20, characters: 60_000 };
const LONGEST_TITLE = 80;
/** Releases that are told; more are counted. */
const MOST = 10;

/** A part for each release that runs; empty when none does, or when the run could not look. */
export function standingMarkdown(run: Run, now: Instant): string {
  if (!('plan' in run)) return '';
  const { standing, heard, rows, config } = run;
  const teams = Object.keys(config.teams);
  const running = run.releases.filter(({ start, end, timezone }) => {
    const today = dayAt(now, timezone);
    return start <= today && today <= end;
  });
  const parts = running.slice(0, MOST).map((release) => {
    const stand = standOf({ release, standing, heard, rows, teams, now });
    return `### ${escapeMarkdown(shorten(release.title, LONGEST_TITLE))}\n\n${renderStand(stand, ROOM)}`;
  });
  const more = running.length > MOST ? [`and ${running.length - MOST} more releases`] : [];
  return [...parts, ...more].map((part) => `${part}\n`).join('\n');
}
