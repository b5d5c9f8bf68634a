// The tasks of a first config: the lines of a release checklist that people keep already.
import { plainLine } from '../text/plain-line.ts';
import { plainMarkdown } from '../text/plain-markdown.ts';
import { shorten } from '../text/shorten.ts';
import type { Guess } from './guess.ts';
import type { Seen, SeenText } from '../domain/onboarding.ts';

/** Fewer lines are no checklist; more are left to people. Characters of a text and of a line that are read. */
const [FEWEST, MOST, LONGEST_TEXT, LONGEST_LINE, LONGEST_TITLE] = [3, 40, 64_000, 500, 120];

const BOX = /^\s{0,12}[-*+] \[[ xX]\] (.+)$/;

/** What a token or a key begins with: a line that holds one is not copied. */
const SECRET =
  /gh[pousr]_\w{16}|github_pat_\w{16}|xox[a-z]-\w{6}|AKIA[0-9A-Z]{12}|-----BEGIN|(?:password|secret|token)\s{0,5}[:=]/i;

export interface FirstTasks {
  readonly titles: readonly string[];
  /** Lines that were left out: too many, or with what looks like a secret. */
  readonly left: number;
}

/** The first text that is a checklist; undefined where none is. */
export function guessTasks({ checklists }: Seen): Guess<FirstTasks> | undefined {
  for (const one of checklists) {
    const tasks = tasksIn(one);
    if (tasks.titles.length >= FEWEST) return { value: tasks, from: one.place };
  }
  return undefined;
}

function tasksIn({ text }: SeenText): FirstTasks {
  const boxes = text
    .slice(0, LONGEST_TEXT)
    .split(/\r?\n/)
    .flatMap((line) => BOX.exec(line.slice(0, LONGEST_LINE))?.[1] ?? []);
  const titles = boxes.filter((line) => !SECRET.test(line)).flatMap((line) => titleOf(line));
  const once = titles.filter((title, index) => titles.indexOf(title) === index);
  const taken = once.slice(0, MOST);
  return { titles: taken, left: boxes.length - taken.length };
}

/** Plain words: no mention, no link, and nothing that the config would take for a variable. */
function titleOf(line: string): string[] {
  const words = plainLine(plainMarkdown(line))
    .replaceAll('@', '')
    .replaceAll(/[{}]/g, (brace) => (brace === '{' ? '(' : ')'));
  const title = shorten(words, LONGEST_TITLE).trim();
  return title === '' ? [] : [title];
}
