// The words of copies: rows of the report, the log, and the pull request that changes dates.
import type { CopyPlace } from '../../domain/copies.ts';
import type { Day } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { CopyMemory } from '../../memory/copies-memory.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { markdownTable } from '../../text/table.ts';
import { dayWords } from '../../text/words.ts';

type Wrong = CopyMemory['wrong'][number];

export const render = {
  place: ({ repository, branch, path }: CopyPlace) =>
    `${repository === undefined ? '' : `${repository} `}${path}${branch === undefined ? '' : ` on ${branch}`}`,
  wrong: (
    place: CopyPlace,
    { line, written, says }: Wrong,
    { title, day }: Pick<Milestone, 'title' | 'day'>,
  ) =>
    `${codeSpan(`${render.place(place)}:${line}`)} says ${saysWords(written, says as Day)} for **${escapeMarkdown(title)}**; the config says ${dayWords(day)}`,
  owner: () => 'the release leads',
  whyMemory: () => 'to remember what the copies of the dates say',
  whyPull: () => 'a copy has other dates than the config',
  title: ({ version }: Release, { path }: CopyPlace) =>
    `Update the dates of ${version} in ${path}`.slice(0, 250),
  body: (release: Release, { path }: CopyPlace, wrong: readonly Wrong[], tracking: number) =>
    [
      `The config has other dates for ${escapeMarkdown(release.version)} than ${codeSpan(path)}. This pull request changes these dates and nothing else.`,
      markdownTable(
        ['Line', 'Milestone', 'Now', 'With this pull request'],
        wrong.map(({ line, milestone, written, becomes }) => [
          String(line),
          escapeMarkdown(titleOf(release, milestone)),
          codeSpan(written),
          codeSpan(becomes),
        ]),
      ),
      `If a date belongs to something else, close this pull request; relcomms does not open the same one again. Tracking issue: #${tracking}`,
    ].join('\n\n'),
  proposed: ({ path }: CopyPlace) => `Proposed other dates for ${codeSpan(path)}`,
  whyEntry: () => 'so that it is proposed once',
};

function titleOf({ milestones }: Release, id: string): string {
  return milestones.find((one) => one.id === id)?.title ?? id;
}

function saysWords(written: string, says: Day): string {
  return `${codeSpan(written)}${written.includes(says.slice(0, 4)) ? '' : ` (${says})`}`;
}
