// The table of the other repositories of a release, worst first, and why some could not be read.
import type { OtherBranch } from '../../../domain/elsewhere.ts';
import type { Known } from '../../../domain/known.ts';
import type { Release } from '../../../domain/release.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../../text/escape-markdown.ts';
import { markdownTable } from '../../../text/table.ts';
import type { Found, Input, Tag } from './find.ts';
import { lacksOf, wordsOf } from './lacks.ts';
import { standingOf } from './standing.ts';

/** How a repository stands by itself, worst first. */
const STATES = ['Red', 'Amber', 'Unknown', 'Not watched', 'Green'] as const;

type State = (typeof STATES)[number];

const HEAD = ['Repository', 'State', 'Blockers', 'Pull requests', 'Checks', 'Tag', 'Released after'];

/** A table with a line for each, worst first; empty without any. */
export function renderRepositories(
  found: readonly Found[],
  around: Pick<Input, 'now'> & { readonly release: Release },
): string {
  if (found.length === 0) return '';
  const all = found
    .map((one) => ({ one, state: stateOf(one, found, around) }))
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  const table = markdownTable(
    HEAD,
    all.map(({ one, state }) => lineOf(one, state)),
  );
  const reasons = all.flatMap(({ one: { unread } }) => {
    if (unread === undefined) return [];
    const { why, fix } = wordsOf(unread);
    return [
      `**${escapeMarkdown(unread.name)}: unknown.** Why: ${escapeMarkdown(why)}. ${escapeMarkdown(fix)}`,
    ];
  });
  return ['### Repositories', table, ...reasons].join('\n\n');
}

function stateOf(
  one: Found,
  all: readonly Found[],
  around: Pick<Input, 'now'> & { readonly release: Release },
): State {
  const standing = standingOf(one, all, around);
  if (standing.some(({ severity }) => severity === 'red')) return 'Red';
  if (standing.length > 0) return 'Amber';
  const lacks = lacksOf(one, around.release);
  if (lacks.some(({ isUnread }) => isUnread === true)) return 'Unknown';
  return lacks.length > 0 ? 'Not watched' : 'Green';
}

function lineOf(one: Found, state: State): string[] {
  const { name, seen, blockers, pulls, tag, before } = one;
  const listed = (part: Known<readonly unknown[]>, path: string): string => {
    if (!part.known) return 'unknown';
    const count = String(part.value.length);
    return seen === undefined || part.value.length === 0 ? count : markdownLink(count, `${seen.url}/${path}`);
  };
  return [
    seen === undefined ? escapeMarkdown(name) : markdownLink(name, seen.url),
    state,
    listed(blockers, 'issues'),
    listed(pulls, 'pulls'),
    checkWords(one),
    TAGS[tag],
    before.map((other) => `${escapeMarkdown(other.name)} (${TAGS[other.tag]})`).join(', '),
  ];
}

const TAGS: Readonly<Record<Tag, string>> = {
  there: 'tagged',
  missing: 'no tag yet',
  draft: 'draft of a GitHub release',
  unknown: 'unknown',
};

const CHECKS: Readonly<Record<OtherBranch['state'], string>> = {
  green: 'pass',
  red: 'fail',
  running: 'running',
  none: 'none yet',
  missing: 'no branch',
};

function checkWords({ branches, branchStates }: Found): string {
  if (!branchStates.known) return branches.length === 0 && branchStates.why === '' ? '' : 'unknown';
  return branchStates.value
    .map(({ name, state }) => (branches.length === 1 ? CHECKS[state] : `${codeSpan(name)} ${CHECKS[state]}`))
    .join(', ');
}
