// The page docs/messages.md: each kind of text once, as its reader sees it, in the order in which it came.
import { type Instant, formatInstant } from '../../../src/domain/day.ts';
import { codeSpan } from '../../../src/text/escape-markdown.ts';
import { mentionedIn } from '../../../src/text/mention.ts';
import { teamsIn } from '../../../src/text/team-mentions.ts';
import { dayWords } from '../../../src/text/words.ts';
import { type Kind, isHidden, kindOf } from './kinds.ts';
import type { PlayedText } from './played-texts.ts';

const HEAD = `# Messages

What people get from relcomms in two simulated cycles, each kind of message once, in the order in which they come. \`npm run generate\` writes this page; who gets which message and when is set in the [configuration](configuration.md).

- **On Slack** a message has a header, at most five facts, and one button; "Notification" is what phones and screen readers show. Times are those of a reader in Berlin, with UTC beside them.
- **On GitHub** you see the Markdown of the issue or comment. GitHub emails it to everyone who is mentioned or assigned, or takes part in the issue.
- **By email** means messages that relcomms sends itself.
`;

/** A Slack reader's zone. */
const ZONE = 'Europe/Berlin';

export interface Cycle {
  readonly title: string;
  readonly about: string;
  readonly texts: readonly PlayedText[];
}

/** Throws for a text of no kind: this page is to be complete. */
export function renderPage(cycles: readonly Cycle[]): string {
  const shown = new Set<Kind>();
  const parts = cycles.map(({ title, about, texts }) => [
    `## ${title}\n\n${about}\n`,
    ...texts.flatMap((text) => {
      if (isHidden(text)) return [];
      const kind = kindOf(text);
      if (kind === undefined)
        throw new Error(`a text of no kind: ${text.kind === 'github' ? text.key : text.title}`);
      if (shown.has(kind)) return [];
      shown.add(kind);
      return [renderText(kind, text)];
    }),
  ]);
  return [HEAD, ...parts.flat()].join('\n');
}

function renderText(kind: Kind, text: PlayedText): string {
  const lines = linesOf(text);
  const most = kind.most ?? 60;
  const shown = lines.length > most ? [...lines.slice(0, most), '…'] : lines;
  const where = text.kind === 'github' ? [`On ${text.place}:`, ''] : [];
  return [
    `### ${kind.name}: ${whoOf(text)}, ${dayWords(text.day)}`,
    '',
    ...where,
    fenced(shown.join('\n'), text.kind === 'github' ? 'markdown' : 'text'),
    '',
  ].join('\n');
}

/** Who gets it: on GitHub those whom it mentions. */
function whoOf(text: PlayedText): string {
  if (text.kind !== 'github') return codeSpan(text.place);
  const names = [...mentionedIn(text.text), ...teamsIn(text.text)];
  return names.length === 0 ? 'anyone who follows the issue' : names.join(', ');
}

/** A fence that nothing in the text can close. */
function fenced(text: string, language: string): string {
  const longest = Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function linesOf(text: PlayedText): string[] {
  if (text.kind === 'slack') return slackLines(text);
  const words = text.kind === 'email' ? `Subject: ${text.title}\n\n${text.text}` : visible(text.text);
  return words.replaceAll('\r', '').trim().split('\n');
}

/** Without our markers, which nobody sees, and the blank lines that they leave. */
function visible(markdown: string): string {
  return markdown
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll('&#8203;', '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n');
}

interface Block {
  readonly type: string;
  readonly text?: { readonly text: string };
  readonly fields?: readonly { readonly text: string }[];
  readonly elements?: readonly { readonly text: { readonly text: string } }[];
}

function slackLines({ blocks, title }: PlayedText & { readonly kind: 'slack' }): string[] {
  const lines = (blocks as readonly Block[]).flatMap(({ type, text, fields = [], elements = [] }) => [
    ...(text === undefined ? [] : [type === 'header' ? `HEADER: ${read(text.text)}` : read(text.text)]),
    ...fields.map((one) => `| ${read(one.text).replace('\n', ' ')}`),
    ...elements.map((one) => `[ ${read(one.text.text)} ]`),
  ]);
  return [...lines.join('\n').split('\n'), '', `Notification: ${read(title)}`];
}

/** Slack's marks as its reader sees them. */
function read(text: string): string {
  return text
    .replaceAll(/<!date\^(\d+)\^[^|]*\|[^>]*>/g, (_, seconds: string) =>
      formatInstant((Number(seconds) * 1_000) as Instant, ZONE, 'D MMM YYYY [at] HH:mm'),
    )
    .replaceAll(/<[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/\*([^*\n]+)\*/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200B', '');
}
