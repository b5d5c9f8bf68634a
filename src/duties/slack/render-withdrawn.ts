// The words of a release that is withdrawn: in messages, in its tracking issue, and in answers to the command.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Release } from '../../domain/release.ts';
import type { Withdrawal } from '../../memory/withdrawn.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { dayWords } from '../../text/words.ts';
import { fact, line, text, wayLines } from './render.ts';

/** Outside nobody gets a name or a link to an issue. */
export function renderWithdrawn(
  { title }: Release,
  { because, advice, by }: Withdrawal,
  reach: 'internal' | 'external',
  tracking: string | undefined,
): { title: string; lines: NoticeLine[] } {
  const isInside = reach === 'internal';
  return {
    title: `${title} is withdrawn`,
    lines: [
      line(text(advice)),
      fact('Why', text(because)),
      ...(isInside ? [fact('Withdrawn by', text(by)), ...wayLines(undefined, tracking)] : []),
    ],
  };
}

export const withdrawnWords = {
  why: ({ version }: Release) => `${version} is withdrawn`,
  whySaid: (by: string) => `${by} withdrew it`,
  headline: ({ by, because, advice, day }: Withdrawal) =>
    `**Withdrawn on ${dayWords(day)} by ${escapeMarkdown(by)}.** Reason: ${escapeMarkdown(because)}\n\n**What to do:** ${escapeMarkdown(advice)}`,
  /** Plain text, for the pinned message. */
  pinned: ({ advice }: Withdrawal) => `This release is withdrawn. ${advice}`,
};

export const withdrawAnswers = {
  off: () => 'relcomms sends no messages here: the config has no section `slack`.',
  form: () =>
    'Add the reason, and before it, if you like, what to do: `/release withdraw instead 1.10.1 because uploads lose data`.',
  already: ({ title }: Release, { by, day }: Withdrawal) =>
    `${escapeMarkdown(title)} is withdrawn already, since ${dayWords(day)} by ${escapeMarkdown(by)}.`,
  notOut: ({ title }: Release) =>
    `${escapeMarkdown(title)} is not out: there is no tag with a GitHub release, and nobody got the news. To move its day, use \`/release slip\`.`,
  notKnown: () => "Whether the release is out couldn't be read. Please run the command again.",
  paused: () =>
    'Messages are paused: the section `slack` says `paused: yes`. The messages go out once that is removed.',
  done: () => 'withdrawn',
};
