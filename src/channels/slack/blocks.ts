// The blocks of Slack that relcomms uses, and how long each is for Slack.

/** `verbatim`: Slack finds no links, names or channels in the text by itself. */
export interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

/** `emoji: false`: words between colons stay words. */
export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export interface HeaderBlock {
  readonly type: 'header';
  readonly text: PlainText;
}

/** https://docs.slack.dev/reference/block-kit/blocks/section-block: a text, or facts in two columns. */
export interface SectionBlock {
  readonly type: 'section';
  readonly text: Mrkdwn;
}

export interface FactsBlock {
  readonly type: 'section';
  readonly fields: readonly Mrkdwn[];
}

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element: one that opens an address. */
export interface ButtonBlock {
  readonly type: 'actions';
  readonly elements: readonly [
    { readonly type: 'button'; readonly action_id: 'open'; readonly text: PlainText; readonly url: string },
  ];
}

export type SlackBlock = HeaderBlock | SectionBlock | FactsBlock | ButtonBlock;

export function mrkdwn(text: string): Mrkdwn {
  return { type: 'mrkdwn', text, verbatim: true };
}

export function plainText(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false };
}

/** In characters. */
export function lengthOf(block: SlackBlock): number {
  if ('fields' in block) return block.fields.reduce((sum, { text }) => sum + text.length, 0);
  if ('elements' in block) return block.elements[0].text.text.length + block.elements[0].url.length;
  return block.text.text.length;
}
