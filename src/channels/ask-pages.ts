// Asks pages of a config once in a run, and not many: whoever writes it must not let us knock on doors all day.
import { whyUnreachable } from './unreachable.ts';

/** Pages that a run asks; further ones count as not there. */
const MOST_PAGES = 10;

/** All pages of a run together get this long, in milliseconds. */
const LONGEST = 20_000;

export interface PageAsking {
  readonly privateToo: boolean;
  /** Why this run may not ask at all; absent: it may. */
  readonly barred?: string | undefined;
  /** Default: the one that opens connections. */
  readonly ask?: typeof whyUnreachable;
}

export type AskPages = (pages: readonly string[]) => Promise<readonly string[]>;

/** The pages that don't count as there, each with the reason in a line. What was answered once holds for the run. */
export function askPages({ privateToo, barred, ask = whyUnreachable }: PageAsking): AskPages {
  const answers = new Map<string, Promise<string | undefined>>();
  let stop: AbortSignal | undefined;

  const answerOf = (page: string): Promise<string | undefined> => {
    const known = answers.get(page);
    if (known !== undefined) return known;
    if (answers.size >= MOST_PAGES) return Promise.resolve(`was not asked: a run asks ${MOST_PAGES} pages`);
    stop ??= AbortSignal.timeout(LONGEST);
    const answer = ask(page, { privateToo, stop });
    answers.set(page, answer);
    return answer;
  };

  return async (pages) => {
    if (barred !== undefined) return pages.length === 0 ? [] : [barred];
    const reasons = await Promise.all(pages.map(answerOf));
    return pages.flatMap((page, index) =>
      reasons[index] === undefined ? [] : [`${page} ${reasons[index]}`],
    );
  };
}
