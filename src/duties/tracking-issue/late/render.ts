// The words about a release whose day has passed and that is not out.
import type { Publication } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { mention } from '../../../text/mention.ts';
import { countWords, dayWords, listWords } from '../../../text/words.ts';

type Missing = NonNullable<Publication['missing']>;

const MISSING: Readonly<Record<Missing, string>> = {
  tag: 'there is no tag for it',
  release: 'its tag has no GitHub release',
  draft: 'its GitHub release is still a draft',
  'pre-release': 'its GitHub release is still marked as a pre-release',
};

export interface Late {
  readonly release: Release;
  /** The versions that are not out, at least one. */
  readonly missing: readonly { readonly version: string; readonly what: Missing }[];
  /** Logins of those who lead. */
  readonly people: readonly string[];
  /** Tasks from release day on that nobody ticked. */
  readonly tasks: number;
  /** Audiences that hear when it is out. */
  readonly audiences: readonly string[];
}

export const render = {
  late: ({ release, missing, people, tasks, audiences }: Late) =>
    [
      `${people.length === 0 ? '' : `${people.map(mention).join(', ')}: `}**${escapeMarkdown(release.title)} is not out.** Release day was ${dayWords(release.release)}, and ${missingWords(release, missing)}.${waiting(tasks, audiences)}`,
      `Publish the GitHub ${missing.length > 1 ? 'releases' : 'release'}, or move the day: ${codeSpan('/release slip release +1d because …')}`,
    ].join('\n\n'),
  entry: ({ release, missing }: Late) =>
    `Said that ${escapeMarkdown(release.title)} is not out after ${dayWords(release.release)}: ${missingWords(release, missing)}.`,
  standing: ({ release, missing }: Late) =>
    `${escapeMarkdown(release.title)} is not out since ${dayWords(release.release)}: ${missingWords(release, missing)}`,
  why: ({ version }: Release) => `release day of ${version} has passed, and it is not out`,
};

/** Of a train each line that is not out: `this line is missing: 1.16.12 (there is no tag for it)`. */
function missingWords({ lines }: Release, missing: Late['missing']): string {
  if (lines === undefined) return missing.map(({ what }) => MISSING[what]).join('');
  const words = missing.map(({ version, what }) => `${escapeMarkdown(version)} (${MISSING[what]})`);
  return `${words.length === 1 ? 'this line is' : 'these lines are'} missing: ${listWords(words)}`;
}

function waiting(tasks: number, audiences: readonly string[]): string {
  const all = [
    ...(tasks === 0 ? [] : [countWords(tasks, 'task')]),
    ...(audiences.length === 0 ? [] : [`the announcement to ${audiences.map(escapeMarkdown).join(', ')}`]),
  ];
  return all.length === 0 ? '' : ` Waiting for it: ${listWords(all)}.`;
}
