// The pane of other repositories: the table that the tracking issue keeps of them, and why some are unknown.
import { findBlock } from '../../../body/body-lines.ts';
import { splitLines } from '../../../body/split-lines.ts';
import type { Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { plainMarkdown } from '../../../text/plain-markdown.ts';
import { findOwn } from '../../find-own.ts';
import type { DutyPane, PaneSection, PaneView } from '../../pane.ts';
import type { ReportConfig } from '../config.ts';
import { BLOCK } from './block.ts';

type View = PaneView<ReportConfig>;

export const pane: DutyPane<ReportConfig> = {
  id: 'repositories',
  title: 'Repositories',
  sections: (view) => view.releases.flatMap((release) => sectionOf(release, view)),
};

function sectionOf(release: Release, { issues }: View): PaneSection[] {
  const lines = splitLines(findOwn(issues, trackingKey(release))?.body ?? '');
  const block = findBlock(lines, BLOCK);
  if (block === undefined) return [];
  const own = lines.slice(block.begin, block.end).map(({ text }) => text);
  const [head = [], , ...rows] = own.filter((line) => line.startsWith('| ')).map(cellsOf);
  if (rows.length === 0) return [];
  const reasons = own.filter((line) => line.startsWith('**')).map(plainMarkdown);
  return [{ title: release.title, lines: reasons, table: { head, rows } }];
}

/** What a cell holds is escaped, so that no bar in it stands alone. */
function cellsOf(line: string): string[] {
  return line.slice(2, -2).split(' | ').map(plainMarkdown);
}
