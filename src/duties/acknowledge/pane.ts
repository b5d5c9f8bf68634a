// The pane of the acknowledgements: for each day that was asked about, which team has seen it.
import { readLedger } from '../../memory/ledger.ts';
import { seenKey } from '../../memory/seen-key.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { LedgerEntry } from '../../domain/observed.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { dayWords } from '../../text/words.ts';
import { findOwn, isOwn } from '../find-own.ts';
import type { DutyPane, PaneSection, PaneView } from '../pane.ts';
import { keys } from './ask.ts';
import type { AcknowledgeConfig } from './config.ts';
import { render } from './render.ts';

type View = PaneView<AcknowledgeConfig>;

export const pane: DutyPane<AcknowledgeConfig> = {
  id: 'acknowledge',
  title: 'Dates seen',
  sections: (view) =>
    view.releases.flatMap((release) => {
      const entries = logOf(release, view);
      return release.milestones
        .filter((milestone) => entries.some(({ key }) => key === keys.asked(release, milestone)))
        .map((milestone) => sectionOf(release, milestone, entries, view));
    }),
};

/** The log of the tracking issue; copies of it that people wrote are none. */
function logOf(release: Release, { issues }: View): LedgerEntry[] {
  return (findOwn(issues, trackingKey(release))?.comments ?? [])
    .filter(isOwn)
    .flatMap(({ body }) => readLedger(body));
}

function sectionOf(
  release: Release,
  milestone: Milestone,
  entries: readonly LedgerEntry[],
  { teams }: View,
): PaneSection {
  const rows = Object.entries(teams).map(([id, { github }]) => {
    const seen = entries.find(({ key }) => key === seenKey(release, milestone, id));
    return [github, seen === undefined ? render.paneSilent() : dayWords(seen.day)];
  });
  return {
    title: render.paneTitle(release, milestone),
    table: { head: render.paneHead(), rows },
  };
}
