// What git's complaints about a wiki mean, in one line with its fix. No word of git is passed on.
import type { SendFailure } from '../../domain/notice.ts';
import type { GitAnswer } from './run-git.ts';

interface Meaning {
  readonly of: RegExp;
  readonly code: string;
  readonly line: string;
  /** The connection broke: a push may have arrived all the same. */
  readonly unsure?: true;
}

const NO_WIKI: Omit<Meaning, 'of'> = {
  code: 'no-wiki',
  line: 'The repository has no wiki yet, or the token cannot see it: switch the wiki on and write its first page by hand.',
};

/** The first that fits counts. */
const MEANINGS: readonly Meaning[] = [
  {
    of: /transport '\w+' not allowed/i,
    code: 'bad-address',
    line: 'The address of the wiki is not one that git may use here: write an https: address.',
  },
  {
    of: /hook declined|pre-receive|protected branch/i,
    code: 'declined',
    line: 'The wiki rejects pushes by this account: check the rules of the server.',
  },
  {
    of: /\b(?:401|403)\b|Authentication failed|could not read Username|denied|read-?only/i,
    code: 'denied',
    line: 'The token cannot write to the wiki: give it contents: write, and permission to edit the wiki.',
  },
  {
    of: /not found|does not exist|does not appear to be a git repository|\b404\b/i,
    ...NO_WIKI,
  },
  {
    of: /Could not resolve|Failed to connect|Connection (?:refused|reset)|unable to access|hung up|early EOF/i,
    code: 'no-connection',
    line: "relcomms couldn't reach the wiki: check the network.",
    unsure: true,
  },
];

/** `pushing`: whether the push may have reached the wiki all the same. */
export function gitFailure({ stdout, stderr, trouble }: GitAnswer, pushing = false): SendFailure {
  if (trouble === 'no-git')
    return failure('no-git', 'There is no git program here: install git where relcomms runs.');
  if (trouble === 'too-large')
    return failure(
      'too-large',
      'The wiki is larger than 100 MB without its history: delete large files from it, or leave it out of the config.',
      !pushing,
    );
  if (trouble === 'timeout')
    return failure('timeout', 'The wiki did not answer in time: the next run tries again.', !pushing);
  const told = `${pushing ? stdout.toString() : ''}\n${stderr}`;
  const meaning = MEANINGS.find(({ of }) => of.test(told));
  if (meaning !== undefined)
    return failure(meaning.code, meaning.line, !(pushing && meaning.unsure === true));
  return failure('git', 'Git failed: run the same command by hand to see why.', !pushing);
}

/** A wiki has no repository before its first page. */
export function uninitialised(): SendFailure {
  return failure(NO_WIKI.code, NO_WIKI.line);
}

export function failure(code: string, line: string, certain = true): SendFailure {
  return { kind: 'failed', code, line, certain };
}

export const BAD_NAME = failure('bad-page', 'The page has no title that can be one: name it in letters.');

export const BAD_ADDRESS = failure(
  'bad-address',
  'The address of the wiki is no https: address: correct it.',
);
