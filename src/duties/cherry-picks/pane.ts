// The pane of cherry-picks: the window of each release, what is still to be done, and the closing statement.
import { endOfDay } from '../../domain/day.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { readMarkers } from '../../text/marker.ts';
import { plainMarkdown } from '../../text/plain-markdown.ts';
import { findOwn, isOwn } from '../find-own.ts';
import type { DutyPane, PaneSection, PaneView } from '../pane.ts';
import type { CherryPicksConfig } from './config.ts';
import { windowWords } from './render-section.ts';
import { statementKey } from './statement.ts';
import { type PickWindow, windowOf } from './window.ts';

const KINDS = ['cherry-pick', 'pick-fault'];

type View = PaneView<CherryPicksConfig>;

export const pane: DutyPane<CherryPicksConfig> = {
  id: 'cherry-picks',
  title: 'Cherry-picks',
  count: ({ standing }) => standing.filter(({ kind }) => KINDS.includes(kind)).length,
  sections: (view) =>
    view.releases
      .map((release) => windowOf(release, view.config))
      .filter(({ branches }) => branches.length > 0)
      .map((window) => sectionOf(window, view)),
};

function sectionOf(window: PickWindow, view: View): PaneSection {
  const { release } = window;
  const rows = view.standing.filter((one) => one.release === release.version && KINDS.includes(one.kind));
  const now = endOfDay(view.today, release.timezone);
  return {
    title: release.title,
    lines: [plainMarkdown(windowWords(window, now)), ...statementLines(window, view)],
    ...(rows.length === 0
      ? {}
      : {
          table: {
            head: ['What', 'Team', 'Owner'],
            rows: rows.map(({ text, team = '', owner }) => [plainMarkdown(text), team, plainMarkdown(owner)]),
          },
        }),
  };
}

/** The comment without its marker, line by line. */
function statementLines({ release, deadline }: PickWindow, { issues }: View): string[] {
  const tracking = findOwn(issues, trackingKey(release));
  if (tracking === undefined || deadline === undefined) return [];
  const key = statementKey(release.version, deadline);
  const said = tracking.comments.filter(isOwn).find(({ body }) => readMarkers(body).includes(key));
  return said === undefined
    ? []
    : said.body.split('\n').flatMap((line) => {
        const plain = plainMarkdown(line.replaceAll(/<!--.*?-->/g, '').replace(/^#+ /, ''));
        return plain.trim() === '' ? [] : [plain];
      });
}
