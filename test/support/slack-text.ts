// The texts of a message on Slack as its reader sees them, one for each block or fact.

interface Block {
  readonly text?: { readonly text: string };
  readonly fields?: readonly { readonly text: string }[];
  readonly elements?: readonly { readonly text: { readonly text: string } }[];
}

/** Links and moments stay as Slack gets them. */
export function slackTexts(blocks: readonly unknown[]): string[] {
  return (blocks as readonly Block[]).flatMap(({ text, fields = [], elements = [] }) => [
    ...(text === undefined ? [] : [text.text]),
    ...fields.map((one) => one.text),
    ...elements.map((one) => one.text.text),
  ]);
}
