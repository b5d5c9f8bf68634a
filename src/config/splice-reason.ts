// The reason for a moved date: text from outside, held to what a config may say and quoted so that it stays text.
import type { Problem } from '../domain/problem.ts';
import { hiddenCharacters } from './yaml/hidden.ts';

/** As many characters as `because` may have in a config. */
const MOST_CHARACTERS = 300;

/** The reason without space around it, or what is wrong with it. */
export function readReason(text: string): { readonly reason: string } | { readonly problem: Problem } {
  const reason = text.trim();
  if (reason === '') return refused('The reason is empty.', 'Say in a few words why the date moves.');
  if (/[\r\n\u0085\u2028\u2029]/.test(reason))
    return refused('The reason runs over several lines.', 'Write it on one line.');
  const hidden = hiddenCharacters(reason)[0];
  const name = hidden?.name ?? (/\t/.test(reason) ? 'a tab' : undefined);
  if (name !== undefined)
    return refused(`The reason holds a hidden character (${name}).`, 'Delete it, or type the reason again.');
  // What could not be decoded when it was read: a config with it is refused.
  if (reason.includes('\ufffd')) return refused('The reason is not valid text.', 'Type it again.');
  if (reason.length > MOST_CHARACTERS)
    return refused(
      `The reason has ${reason.length} characters; at most ${MOST_CHARACTERS} are allowed.`,
      'Shorten it, and link to the rest.',
    );
  return { reason };
}

/** In single quotes nothing but the quote itself means anything to YAML, in block and in flow style. */
export function quotedReason(reason: string): string {
  return `'${reason.replaceAll("'", "''")}'`;
}

function refused(message: string, fix: string): { readonly problem: Problem } {
  return { problem: { code: 'bad-reason', severity: 'error', path: ['because'], message, fix } };
}
