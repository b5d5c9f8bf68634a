// The pane of manual tests: the counts that the tracking issue keeps, and what fails or is blocked.
import { findBlock } from '../../body/body-lines.ts';
import { splitLines } from '../../body/split-lines.ts';
import type { Release } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { plainMarkdown } from '../../text/plain-markdown.ts';
import { findOwn } from '../find-own.ts';
import type { DutyPane, PaneSection, PaneView } from '../pane.ts';
import type { ManualConfig } from './config.ts';
import { DUTY } from './input.ts';

type View = PaneView<ManualConfig>;

export const pane: DutyPane<ManualConfig> = {
  id: DUTY,
  title: 'Manual tests',
  count: ({ standing }) => standing.filter(({ kind }) => kind === 'failing-manual-test').length,
  sections: (view) => view.releases.flatMap((release) => sectionsOf(release, view)),
};

/** A section for each candidate: its line, its table, and the list below it. */
function sectionsOf(release: Release, { issues }: View): PaneSection[] {
  const lines = splitLines(findOwn(issues, trackingKey(release))?.body ?? '');
  const block = findBlock(lines, DUTY);
  if (block === undefined) return [];
  const own = lines.slice(block.begin, block.end).map(({ text }) => text);
  const starts = own.flatMap((line, index) => (line.startsWith('**') ? [index] : []));
  return starts.map((start, index): PaneSection => {
    const part = own.slice(start, starts[index + 1]);
    const [head = [], , ...rows] = part.filter((line) => line.startsWith('| ')).map(cellsOf);
    const items = part.filter((line) => line.startsWith('- ')).map((line) => plainMarkdown(line.slice(2)));
    return {
      title: release.title,
      lines: [plainMarkdown(part[0] ?? ''), ...items],
      ...(rows.length === 0 ? {} : { table: { head, rows } }),
    };
  });
}

/** What a cell holds is escaped, so that no bar in it stands alone. */
function cellsOf(line: string): string[] {
  return line.slice(2, -2).split(' | ').map(plainMarkdown);
}
