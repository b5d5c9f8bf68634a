// What a pull request or a commit takes over, by its title, its words, its branch and the trailers of its commits.
import { spokenLines } from '../text/spoken-lines.ts';
import { type Source, isBare, isPassing, namedIn, pickedIn, titledIn } from './named-sources.ts';

/** Bodies are long and only their beginning and their trailers say where a fix comes from. */
export const FAR_ENOUGH = 20_000;

/** The line that `git cherry-pick -x` writes. */
const TRAILER = /\(cherry picked from commit ([\da-f]{7,64})\)/gi;

/** What may tell where a fix comes from. */
export interface Words {
  readonly title: string;
  readonly body: string;
  /** Branch that it comes from; absent for a commit. */
  readonly head?: string | undefined;
  /** Messages of its commits, as far as they were read. */
  readonly messages?: readonly string[] | undefined;
}

/** `isPick`: its title, its branch or a label says that it takes a fix over. `base` is the branch that it goes to. */
export function sourcesOf(
  { title, body, head = '', messages = [] }: Words,
  isPick: boolean,
  base: string,
  repository: string | undefined,
): Source[] {
  const lines = spokenLines(body.slice(0, FAR_ENOUGH));
  const told = [
    ...titledIn(title, isPick, repository),
    ...headSources(head, base),
    ...[body, ...messages].flatMap(trailersIn),
    ...[title, ...lines].flatMap((line) => pickedIn(line, repository)),
    ...lines.flatMap((line, index) => (isListed(lines, index, repository) ? namedIn(line, repository) : [])),
  ];
  if (told.length > 0 || !isPick) return [...new Set(told)];
  // A cherry-pick that names one thing alone says what it takes.
  const named = new Set(lines.flatMap((line) => namedIn(line, repository)));
  return named.size === 1 ? [...named] : [];
}

/** The commits that the trailers of a message name. */
export function trailersIn(message: string): string[] {
  return [...message.slice(-FAR_ENOUGH).matchAll(TRAILER)].map(([, commit = '']) => commit.toLowerCase());
}

export function hasTrailer(message: string): boolean {
  return trailersIn(message).length > 0;
}

/** A line of nothing but references, unless what stands above it says that they are only mentioned. */
function isListed(lines: readonly string[], index: number, repository: string | undefined): boolean {
  if (!isBare(lines[index] ?? '', repository)) return false;
  const above = lines.slice(0, index).findLast((line) => !isBare(line, repository));
  return above === undefined || !isPassing(above);
}

/** Whatever `PICK_HEAD` takes holds one of these. */
export const PICK_HEAD_WORDS: readonly string[] = [
  'cherry-pick',
  'cherrypick',
  'backport',
  'back-port',
  'bp',
];

const PICK_HEAD = /(?:^|[-_/])(?:(?:automated-)?cherry-?pick(?:ed)?|back-?port(?:ed)?|bp)(?=[-_/#])/i;
const FILLER = /^(?:of|from|pr|pull|issue|number|fix|to|on|for|upstream|commit|)$/i;

/** `automated-cherry-pick-of-#12-release-1.4`, `backport-12-to-1.4`, `mergify/bp/release-1.4/pr-12`, `backport-2d94d4f-3.6`. */
export function headSources(head: string, base: string): Source[] {
  const plain = head.slice(0, 300).replace(base, '');
  const word = PICK_HEAD.exec(plain);
  if (word === null) return [];
  const found: Source[] = [];
  for (const part of plain.slice(word.index + word[0].length).split(/[-_/#]/)) {
    if (/^\d{1,9}$/.test(part)) found.push(Number(part));
    else if (found.length === 0 && /^(?=[a-f]*\d)[\da-f]{7,64}$/i.test(part)) found.push(part.toLowerCase());
    else if (!FILLER.test(part) || (found.length > 0 && part !== '')) break;
  }
  return found;
}
