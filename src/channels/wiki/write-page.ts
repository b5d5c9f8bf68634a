// Brings our block on a wiki page up to date: everything that people wrote, before or meanwhile, stays.
import type { Instant } from '../../domain/day.ts';
import type { SendFailure, SendOutcome } from '../../domain/notice.ts';
import { mergeIntoPage, takeOutOfPage } from '../../body/merge-block.ts';
import { failure, gitFailure, uninitialised } from './failure.ts';
import { findPage } from './find-page.ts';
import { type Git, type GitMoment, type Repository, type WikiPlace, patienceFor, withGit } from './git.ts';
import { importOf } from './import-of.ts';
import { type GitObject, type TreeEntry, entriesOf, lookUp } from './look-up.ts';
import { pageFile } from './page-file.ts';

export interface WikiBlock {
  /** Title of the page. */
  readonly page: string;
  /** Name of the block: lower-case words with hyphens. */
  readonly block: string;
  /** Markdown, already escaped; undefined takes the block out, and a page with nothing else along. */
  readonly text: string | undefined;
  /** Why it changes, for the page's history; plain text. */
  readonly why: string;
}

export interface WikiAuthor {
  readonly name: string;
  readonly email: string;
}

/** How often it looks again when somebody else was faster. */
const TRIES = 3;

/** The newest commit of the wiki. */
const HEAD = 'HEAD';

/** No file of the wiki is ever checked out: neither its links nor its attributes or names reach the disk. */
export async function writePage(
  place: WikiPlace,
  author: WikiAuthor,
  block: WikiBlock,
  now: Instant,
): Promise<SendOutcome> {
  const file = pageFile(block.page);
  if (file === undefined)
    return failure('bad-page', 'The page has no title that can be one: name it in letters.');
  if (!isAddress(place))
    return failure('bad-address', 'The address of the wiki is no https: address: correct it.');
  const at = { ...author, seconds: Math.floor(now / 1_000) };
  const patience = patienceFor(place);
  for (let tries = 1; tries <= TRIES; tries++) {
    // oxlint-disable-next-line no-await-in-loop -- each try looks anew
    const outcome = await withGit(place, at, patience, (repository) =>
      tryOnce(repository, place.url, file, { ...block, at }),
    );
    if (outcome !== 'raced') return outcome;
  }
  return failure('busy', 'Others changed the wiki three times in the same moment: the next run tries again.');
}

type Try = SendOutcome | 'raced';

async function tryOnce(
  repository: Repository,
  url: string,
  wanted: string,
  block: WikiBlock & { readonly at: GitMoment },
): Promise<Try> {
  const { git } = repository;
  const head = await cloneHead(repository, url, wanted);
  if ('kind' in head) return head;
  const page = await readPage(git, head, wanted);
  if ('kind' in page) return page;
  const { file, text } = page;
  const merged =
    block.text === undefined
      ? takeOutOfPage(text, block.block)
      : mergeIntoPage(text, { kind: 'block', name: block.block, text: block.text });
  const link = linkOf(url, file);
  const place = { place: block.page, ...(link === undefined ? {} : { link }) };
  if (merged === text) return { kind: 'done', sent: { ...place, id: head.commit }, already: true };
  const commit = await commitPage(
    git,
    importOf({ from: HEAD, file, text: merged === '' ? undefined : merged, why: block.why, at: block.at }),
  );
  if (typeof commit !== 'string') return commit;
  const pushed = await git([
    'push',
    '--porcelain',
    '--no-verify',
    url,
    `${commit}:refs/heads/${head.branch}`,
  ]);
  if (pushed.exit === 0) return { kind: 'done', sent: { ...place, id: commit } };
  const told = `${pushed.stdout.toString()}\n${pushed.stderr}`;
  return /fetch first|non-fast-forward|stale info|cannot lock ref|incorrect old value/i.test(told)
    ? 'raced'
    : gitFailure(pushed, true);
}

interface Head {
  /** The branch that the wiki shows. */
  readonly branch: string;
  readonly commit: string;
  readonly files: readonly TreeEntry[];
  /** What has the wanted name, if anything has. */
  readonly wanted: GitObject | undefined;
}

/** The newest commit of the wiki, without its history. */
async function cloneHead(
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
async function readPage(
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

/** The new commit: the tree of the last one with this file changed. */
async function commitPage(git: Git, stream: string): Promise<string | SendFailure> {
  const made = await git(['fast-import', '--quiet', '--force'], stream);
  return made.exit === 0 ? made.stdout.toString().trim() : gitFailure(made);
}

/** Exactly one kind of address; a user or a password in it would stand in arguments for all to see. */
function isAddress({ url, protocol = 'https' }: WikiPlace): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === `${protocol}:` && parsed.username === '' && parsed.password === '';
}

/** `https://github.com/acme/demo/wiki/Release-v1.18.0`. */
function linkOf(url: string, file: string): string | undefined {
  const [, repository] = /^(https:\/\/.+)\.wiki\.git$/.exec(url) ?? [];
  return repository === undefined
    ? undefined
    : `${repository}/wiki/${encodeURIComponent(file.replace(/\.[^.]+$/, '').replaceAll(' ', '-'))}`;
}
