// Reads the newest state of a wiki, and one page of it: nothing is checked out.
import type { SendFailure } from '../../domain/notice.ts';
import { failure, gitFailure, uninitialised } from './failure.ts';
import { findPage } from './find-page.ts';
import type { Git, Repository, WikiPlace } from './git.ts';
import { type GitObject, type TreeEntry, entriesOf, lookUp } from './look-up.ts';

/** The newest commit of the wiki. */
export const HEAD = 'HEAD';

/** Exactly one kind of address; a user or a password in it would stand in arguments for all to see. */
export function isAddress({ url, protocol = 'https' }: WikiPlace): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === `${protocol}:` && parsed.username === '' && parsed.password === '';
}

export interface Head {
  /** The branch that the wiki shows. */
  readonly branch: string;
  readonly commit: string;
  readonly files: readonly TreeEntry[];
  /** What has the wanted name, if anything has. */
  readonly wanted: GitObject | undefined;
}

/** The newest commit of the wiki, without its history. */
export async function cloneHead(
  { git, clone, branch: branchOf }: Repository,
  url: string,
  wanted: string,
): Promise<Head | SendFailure> {
  const cloned = await clone(url);
  if (cloned.exit !== 0) return gitFailure(cloned);
  const branch = await branchOf();
  const found = await lookUp(git, [HEAD, `${HEAD}^{tree}`, `${HEAD}:${wanted}`]);
  if ('exit' in found) return gitFailure(found);
  const [commit, tree, page] = found;
  return branch === undefined || commit === undefined || tree === undefined
    ? uninitialised()
    : { branch, commit: commit.id, files: entriesOf(tree), wanted: page };
}

/**
 * The file that the page has by now, else the one that it gets, with its text, which is empty when there is no such
 * page. A link or a folder of that name is nobody's page.
 */
export async function readPage(
  git: Git,
  head: Head,
  wanted: string,
): Promise<{ readonly file: string; readonly text: string } | SendFailure> {
  const found = findPage(
    head.files.map(({ name }) => name),
    wanted,
  );
  if (found?.kind === 'other-format')
    return failure(
      'bad-page',
      'The page is not written in Markdown: change its format, or name another page.',
    );
  if (found === undefined) return { file: wanted, text: '' };
  const entry = head.files.find(({ name }) => name === found.file);
  if (entry === undefined || !/^100(?:644|755)$/.test(entry.mode))
    return failure('bad-page', 'The page is no plain file: rename it, or name another page.');
  const read = head.wanted?.id === entry.id ? [head.wanted] : await lookUp(git, [entry.id]);
  if ('exit' in read) return gitFailure(read);
  const content = read[0]?.content ?? Buffer.alloc(0);
  const text = content.toString();
  // Bytes that are no UTF-8 would be lost.
  return Buffer.from(text).equals(content)
    ? { file: found.file, text }
    : failure('bad-page', 'The page is not in UTF-8: save it as UTF-8, or name another page.');
}
