// Short names for the words of a message and for its place, as the record of messages keeps them.
import type { Notice, NoticeTarget } from '../domain/notice.ts';
import { shortHash } from '../text/short-hash.ts';

/** Another one for other words. */
export function wordsOf({ title, lines, pin }: Pick<Notice, 'title' | 'lines' | 'pin'>): string {
  return shortHash([title, lines, pin === true], 12);
}

/** Another one for another place. */
export function targetId(target: NoticeTarget): string {
  return shortHash(target, 6);
}
