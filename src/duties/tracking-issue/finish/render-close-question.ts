// The words of the question what else to close with a tracking issue that people closed.
import type { Release } from '../../../domain/release.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { countWords, listWords } from '../../../text/words.ts';
import type { OpenTask } from './left-open.ts';

/** What of a release is still there. */
export interface Rest {
  readonly tasks: readonly OpenTask[];
  readonly hasMilestone: boolean;
  readonly isPinned: boolean;
}

export function renderCloseQuestion(
  { version, title }: Release,
  { tasks, hasMilestone, isPinned }: Rest,
): string {
  const rest = [
    ...(tasks.length === 0 ? [] : [countWords(tasks.length, 'task issue')]),
    ...(hasMilestone ? [`the GitHub milestone ${codeSpan(version)}`] : []),
    ...(isPinned ? ['the pin'] : []),
  ];
  return [
    `This issue was closed before the cycle of **${escapeMarkdown(title)}** was over, so relcomms no longer updates it. Still there: ${listWords(rest)}.`,
    [
      '- To close and unpin these as well, a release lead comments `/release close` here.',
      '- To keep them, do nothing.',
      '- To continue the cycle, reopen this issue.',
    ].join('\n'),
  ].join('\n\n');
}
