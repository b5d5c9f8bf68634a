// The words about messages that wait for an approval.
import { formatInstant } from '../../domain/day.ts';
import type { StandingKind } from '../../domain/standing.ts';
import type { WaitingMessage } from '../../notices/held.ts';
import { placeWords } from '../../notices/render.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention } from '../../text/mention.ts';

/** What is said of them where they stand in the way. */
export const waitingRows: readonly StandingKind[] = [
  {
    kind: 'message',
    rank: 45,
    title: 'Messages to approve',
    one: 'message to approve',
    many: 'messages to approve',
    isShared: true,
    gate: 'belongs',
  },
];

export const render = {
  reminder: (waiting: WaitingMessage, people: readonly string[]) => {
    const calls = people.length === 0 ? '' : `${people.map(mention).join(', ')}: `;
    return `${calls}${named(waiting)} still needs approval. Write ${codeSpan(`/release approve ${waiting.id}`)} by ${until(waiting)}, or relcomms does not send it.`;
  },
  remindedEntry: (waiting: WaitingMessage) => `Asked again for approval: ${named(waiting)}.`,
  standing: (waiting: WaitingMessage) =>
    `${named(waiting)} needs ${codeSpan(`/release approve ${waiting.id}`)} by ${until(waiting)}`,
  owner: (role: string, holders: readonly string[]) =>
    holders.length === 0 ? `role ${escapeMarkdown(role)}` : holders.map(escapeMarkdown).join(', '),
  /** `asked` is the log line about the preview. */
  lapsed: (asked: string) => `Not sent: nobody approved it in time, or its text changed. ${asked}`,
  why: () => 'a message needs approval',
  whyLapsed: () => 'a message that needed approval is out of date',
};

function named({ message: { title, place } }: WaitingMessage): string {
  return `“${escapeMarkdown(title)}” to ${escapeMarkdown(placeWords(place.target))}`;
}

function until({ message: { window } }: WaitingMessage): string {
  return formatInstant(window.until, 'UTC', 'ddd D MMM HH:mm [UTC]');
}
