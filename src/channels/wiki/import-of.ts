// The stream from which `git fast-import` makes one commit and tells its id: the tree of another with one file changed.
import { plainLine } from '../../text/plain-line.ts';
import { shorten } from '../../text/shorten.ts';
import type { GitMoment } from './git.ts';

export interface NewCommit {
  /** The commit that it follows. */
  readonly from: string;
  /** Name of the file. */
  readonly file: string;
  /** Undefined: the file goes. */
  readonly text: string | undefined;
  /** Plain text. */
  readonly why: string;
  readonly at: GitMoment;
}

/** Longest message of a commit, in characters. */
const LONGEST = 200;

/** Everything from outside is either quoted or goes with its length before it. */
export function importOf({ from, file, text, why, at }: NewCommit): string {
  const message = `${shorten(plainLine(why), LONGEST) || 'Update'}\n`;
  return [
    'feature done',
    'commit refs/relcomms/next',
    'mark :1',
    `committer ${nameOf(at.name)} <${nameOf(at.email)}> ${at.seconds} +0000`,
    data(message),
    `from ${from}`,
    ...(text === undefined ? [`D ${quoted(file)}`] : [`M 100644 inline ${quoted(file)}`, data(text)]),
    'get-mark :1',
    'done',
    '',
  ].join('\n');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

/** What would end a name or an address is left out, as git does it. */
function nameOf(words: string): string {
  return words.replaceAll(/[<>\n\0]/g, '').trim();
}

function quoted(path: string): string {
  return `"${path.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
}
