// Whether the wiki has what a page of ours needs: a first page by hand, and no page of its name in another format.
import { examineWiki } from '../../channels/wiki/examine.ts';
import type { WikiPlace } from '../../channels/wiki/git.ts';
import type { Instant } from '../../domain/day.ts';
import type { SendFailure } from '../../domain/notice.ts';
import { isOver } from '../../domain/release.ts';
import type { WikiConfig } from '../../duties/wiki/config.ts';
import { pageTitle } from '../../duties/wiki/page-title.ts';
import type { Prepared } from '../../run/prepare.ts';
import { type Checkup, broken, ok } from '../checkup.ts';
import { lineWords } from '../line-words.ts';
import { type Where, pageOf } from '../where.ts';

/** `wiki`: absent where its address is not known. A wiki that is turned off is told with the repository. */
export async function wikiCheckups(
  { config, releases }: Prepared,
  now: Instant,
  wiki: (() => Promise<WikiPlace>) | undefined,
  where: Where,
): Promise<readonly Checkup[]> {
  const section = config.sections['wiki'] as WikiConfig | undefined;
  if (section === undefined || wiki === undefined) return [];
  const coming = releases.filter((release) => !isOver(release, now));
  const titles = [...new Set(coming.map((release) => pageTitle(section.page, release)))];
  const state = await examineWiki(await wiki(), titles);
  if (state.kind === 'failed') return [failed('wiki', state, pageOf(where, 'wiki/_new'))];
  return [
    ok('Names', 'wiki', 'it can be read'),
    ...state.pages.flatMap(({ page, failure }) =>
      failure === undefined
        ? []
        : [
            failed(
              `wiki page ${page}`,
              failure,
              pageOf(where, `wiki/${encodeURIComponent(page.replaceAll(' ', '-'))}`),
            ),
          ],
    ),
  ];
}

function failed(subject: string, { line }: SendFailure, link: string): Checkup {
  return broken('Names', subject, { ...lineWords(line), lost: 'the page is not written', link });
}
