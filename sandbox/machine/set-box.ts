// Ticks or unticks one box of a checklist, and nothing else.

export interface BoxOrder {
  /** Text of the item, or enough of it to be the only one. */
  readonly item: string;
  /** Line of the body, counted from 1. */
  readonly line?: number | undefined;
  readonly on: boolean;
}

const BOX = /^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\].*)$/;

/** The body with that box set; throws when no item fits, or more than one. */
export function setBox(body: string, { item, line, on }: BoxOrder): string {
  const lines = body.split('\n');
  const fits = lines.flatMap((text, index) => (BOX.test(text) && text.includes(item) ? [index] : []));
  // The line only decides between items that read the same: the body may have moved since it was shown.
  const chosen = fits.length > 1 && line !== undefined ? fits.filter((index) => index === line - 1) : fits;
  const [index] = chosen;
  if (index === undefined || chosen.length > 1)
    throw new Error(`${chosen.length} checklist items hold "${item}"`);
  return lines
    .map((text, at) => (at === index ? text.replace(BOX, `$1${on ? 'x' : ' '}$3`) : text))
    .join('\n');
}
