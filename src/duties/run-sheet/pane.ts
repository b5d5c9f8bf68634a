// The pane of the run sheet: the steps of release day, and when each was done.
import { readLedger } from '../../memory/ledger.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { readTicks } from '../../body/ticks.ts';
import type { Release } from '../../domain/release.ts';
import { plainMarkdown } from '../../text/plain-markdown.ts';
import { dayWords } from '../../text/words.ts';
import { findOwn, isOwn } from '../find-own.ts';
import type { DutyPane, PaneSection, PaneView } from '../pane.ts';
import type { RunSheetConfig } from './config.ts';
import { doneSteps } from './log.ts';
import { ownerOf, titleOf } from './render.ts';
import { stepsOf } from './sheet.ts';

export const pane: DutyPane<RunSheetConfig> = {
  id: 'run-sheet',
  title: 'Run sheet',
  sections: (view) => view.releases.flatMap((release) => sectionOf(release, view)),
};

function sectionOf(release: Release, { issues }: PaneView<RunSheetConfig>): PaneSection[] {
  const tracking = findOwn(issues, trackingKey(release));
  if (tracking === undefined) return [];
  const entries = tracking.comments.filter(isOwn).flatMap(({ body }) => readLedger(body));
  const noted = doneSteps(release, { ledger: { commentId: 0, body: '', entries } });
  const ticks = readTicks(tracking.body);
  const rows = stepsOf(release).map((task) => {
    const entry = noted.get(task.id)?.entry;
    const state = ticks.get(task.id) === true ? 'done' : 'open';
    return [
      titleOf(task),
      ownerOf(task),
      task.clock?.at ?? 'any time',
      entry === undefined ? state : plainMarkdown(entry.text).replace(`Run sheet: ${titleOf(task)}, `, ''),
    ];
  });
  return [
    {
      title: `${release.title}: ${dayWords(release.release)}`,
      table: { head: ['Step', 'Owner', 'Planned', 'Status'], rows },
    },
  ];
}
