// Whether pages of a wiki can be kept, as far as reading shows: a wiki that is there, and pages in a format of ours.
import type { SendFailure } from '../../domain/notice.ts';
import { BAD_ADDRESS, BAD_NAME } from './failure.ts';
import { type WikiPlace, patienceFor, withGit } from './git.ts';
import { pageFile } from './page-file.ts';
import { cloneHead, isAddress, readPage } from './read-page.ts';

export type WikiState =
  /** Of nothing can be said more. */
  | SendFailure
  | {
      readonly kind: 'there';
      readonly pages: readonly { readonly page: string; readonly failure?: SendFailure }[];
    };

/** `pages`: titles. Nobody commits anything, so it is nobody's hour. */
export async function examineWiki(place: WikiPlace, pages: readonly string[]): Promise<WikiState> {
  if (!isAddress(place)) return BAD_ADDRESS;
  const reader = { name: 'relcomms', email: '', seconds: 0 };
  return await withGit(place, reader, patienceFor(place), async (repository) => {
    const head = await cloneHead(repository, place.url, '');
    if ('kind' in head) return head;
    const read: { readonly page: string; readonly failure?: SendFailure }[] = [];
    for (const page of pages) {
      const file = pageFile(page);
      // oxlint-disable-next-line no-await-in-loop -- a few, in one repository
      const found = file === undefined ? BAD_NAME : await readPage(repository.git, head, file);
      read.push('kind' in found ? { page, failure: found } : { page });
    }
    return { kind: 'there', pages: read };
  });
}
