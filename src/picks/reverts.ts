// Tells reverts, and what they take back.
import { spokenLines } from '../text/spoken-lines.ts';
import { type Source, mentionedIn } from './named-sources.ts';
import { FAR_ENOUGH, type Words } from './pick-sources.ts';

const BRACKETS = /^(?:\[[^\]]{0,100}\]\s*)*/;
const REVERT = /^revert\b[\s:]*["\u201C]?/i;
const REAPPLY = /^(?:reapply|reland)\b[\s:]*["\u201C]?/i;
/** The name of the branch that GitHub's button makes. */
const REVERT_HEAD = /^revert-(\d{1,9})-/;
const REVERTS_COMMIT = /\breverts commit ([\da-f]{7,64})/gi;
/** What GitHub's button writes. */
const REVERTS_PULL = /^reverts\s/i;

export function isRevert({ title, head = '' }: Pick<Words, 'title' | 'head'>): boolean {
  if (isReapply({ title })) return false;
  return REVERT.test(title.replace(BRACKETS, '')) || REVERT_HEAD.test(head);
}

/** What takes a revert back: a commit of git, or the revert of a revert by its title. */
export function isReapply({ title }: Pick<Words, 'title'>): boolean {
  const plain = title.replace(BRACKETS, '');
  return REAPPLY.test(plain) || revertsIn(plain) % 2 === 0;
}

/** How often a title says that it reverts what it quotes; 1 where it says so never. */
function revertsIn(title: string): number {
  let count = 0;
  let rest = title.slice(0, 500);
  while (REVERT.test(rest)) {
    rest = rest.replace(REVERT, '');
    count += 1;
  }
  return count === 0 ? 1 : count;
}

/** The title of what it takes back, of a title that quotes it. */
export function revertedTitle(title: string): string {
  const plain = title.replace(BRACKETS, '');
  const quoted = plain.replace(REAPPLY.test(plain) ? REAPPLY : REVERT, '');
  return quoted.replace(/["\u201D](?:\s*\([^()]*\))*\s*$/, '').trim();
}

/** Pull requests and commits that it says it takes back. */
export function revertedSources(
  { title, body, head = '', messages = [] }: Words,
  repository: string | undefined,
): Source[] {
  const lines = spokenLines(body.slice(0, FAR_ENOUGH));
  const [, number] = REVERT_HEAD.exec(head) ?? [];
  return [
    ...(number === undefined ? [] : [Number(number)]),
    ...mentionedIn(revertedTitle(title), repository),
    ...lines.filter((line) => REVERTS_PULL.test(line)).flatMap((line) => mentionedIn(line, repository)),
    ...[body, ...messages].flatMap((text) =>
      [...text.slice(0, FAR_ENOUGH).matchAll(REVERTS_COMMIT)].map(([, commit = '']) => commit.toLowerCase()),
    ),
  ];
}
