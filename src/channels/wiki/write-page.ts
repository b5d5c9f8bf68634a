// Brings our block on a wiki page up to date: everything that people wrote, before or meanwhile, stays.
import type { Instant } from '../../domain/day.ts';
import type { SendFailure, SendOutcome } from '../../domain/notice.ts';
import { mergeIntoPage, takeOutOfPage } from '../../body/merge-block.ts';
import { BAD_ADDRESS, BAD_NAME, failure, gitFailure } from './failure.ts';
import { type Git, type GitMoment, type Repository, type WikiPlace, patienceFor, withGit } from './git.ts';
import { importOf } from './import-of.ts';
import { pageFile } from './page-file.ts';
import { HEAD, cloneHead, isAddress, readPage } from './read-page.ts';

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

/** No file of the wiki is ever checked out: neither its links nor its attributes or names reach the disk. */
export async function writePage(
  place: WikiPlace,
  author: WikiAuthor,
  block: WikiBlock,
  now: Instant,
): Promise<SendOutcome> {
  const file = pageFile(block.page);
  if (file === undefined) return BAD_NAME;
  if (!isAddress(place)) return BAD_ADDRESS;
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

/** The new commit: the tree of the last one with this file changed. */
async function commitPage(git: Git, stream: string): Promise<string | SendFailure> {
  const made = await git(['fast-import', '--quiet', '--force'], stream);
  return made.exit === 0 ? made.stdout.toString().trim() : gitFailure(made);
}

/** `https://github.com/acme/demo/wiki/Release-v1.18.0`. */
function linkOf(url: string, file: string): string | undefined {
  const [, repository] = /^(https:\/\/.+)\.wiki\.git$/.exec(url) ?? [];
  return repository === undefined
    ? undefined
    : `${repository}/wiki/${encodeURIComponent(file.replace(/\.[^.]+$/, '').replaceAll(' ', '-'))}`;
}
