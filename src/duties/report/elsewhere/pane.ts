// The pane of other repositories: what stands in the way there, as the last run saw it.
import type { Release } from '../../../domain/release.ts';
import type { Standing } from '../../../domain/standing.ts';
import { plainMarkdown } from '../../../text/plain-markdown.ts';
import type { DutyPane, PaneSection, PaneView } from '../../pane.ts';
import type { ReportConfig } from '../config.ts';

type View = PaneView<ReportConfig>;

export const pane: DutyPane<ReportConfig> = {
  id: 'repositories',
  title: 'Repositories',
  sections: (view) =>
    view.releases
      .filter(({ repositories = [] }) => repositories.length > 0)
      .map((release) => sectionOf(release, view)),
};

function sectionOf(release: Release, { standing }: View): PaneSection {
  const { version, title, repositories = [] } = release;
  return {
    title,
    table: {
      head: ['Repository', 'Branch', 'Released after', 'What blocks the release there'],
      rows: repositories.map(({ name, branches, after }) => {
        const own = standing.filter((one) => one.release === version && isOf(one, name));
        return [
          name,
          branches.join(', '),
          after.join(', '),
          own.map(({ text }) => plainMarkdown(text)).join('; ') || 'nothing that the last run saw',
        ];
      }),
    },
  };
}

/** Keys are `blocker/acme/cli/12`, `pulls/acme/cli`. */
function isOf({ key }: Standing, name: string): boolean {
  const [, owner, repo] = key.split('/');
  return `${owner}/${repo}` === name.toLowerCase();
}
