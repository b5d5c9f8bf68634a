// The pane of the freeze: what the tracking issue says of exceptions, and which pull requests carry its comment.
import { readLedger } from '../../memory/ledger.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Release } from '../../domain/release.ts';
import { dayWords } from '../../text/words.ts';
import { plainMarkdown } from '../../text/plain-markdown.ts';
import { findOwn, isOwn } from '../find-own.ts';
import type { DutyPane, PaneSection, PaneView } from '../pane.ts';
import type { FreezeConfig } from './config.ts';
import { type Step, standingOf, stepsIn } from './exceptions/state.ts';
import { freezing } from './freezes.ts';

type View = PaneView<FreezeConfig>;

export const pane: DutyPane<FreezeConfig> = {
  id: 'freeze',
  title: 'Freeze',
  count: ({ standing }) => standing.filter(({ kind }) => kind === 'exception').length,
  sections: (view) => view.releases.flatMap((release) => sectionOf(release, view)),
};

function sectionOf(release: Release, { issues, config, today }: View): PaneSection[] {
  const tracking = findOwn(issues, trackingKey(release));
  if (tracking === undefined) return [];
  const entries = tracking.comments.filter(isOwn).flatMap(({ body }) => readLedger(body));
  const steps = stepsIn(release, entries);
  const lines = freezing(release, config).map(
    ({ title, day }) => `${title}: ${day < today ? 'over since' : 'on'} ${dayWords(day)}`,
  );
  return [
    {
      title: release.title,
      lines,
      ...(steps.length === 0
        ? {}
        : { table: { head: ['Pull request', 'Exception', 'What was said'], rows: rowsOf(steps) } }),
    },
  ];
}

function rowsOf(steps: readonly Step[]) {
  const pulls = [...new Set(steps.map(({ pull }) => pull).toReversed())];
  return pulls.map((pull) => [
    { text: `#${pull}`, issue: pull },
    standingOf(pull, steps) ?? '',
    steps
      .filter((step) => step.pull === pull)
      .map(({ entry }) => `${dayWords(entry.day)}: ${plainMarkdown(entry.text)}`)
      .join('; '),
  ]);
}
