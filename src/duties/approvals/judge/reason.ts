// One step of a decision as data: the rule, what it came to, and a sentence with places for what comes from outside.

export interface Reason {
  /** What was asked: `Release`, `Draft`, `People`. */
  readonly rule: string;
  readonly answer: 'yes' | 'no' | 'unknown';
  /** A sentence without its full stop; each `{}` stands for the next value. */
  readonly text: string;
  /** Not escaped: whoever renders the sentence does it. */
  readonly values: readonly string[];
}

export function reason(
  rule: string,
  answer: Reason['answer'],
  text: string,
  ...values: readonly string[]
): Reason {
  return { rule, answer, text, values };
}

/** The sentence with its values, each made harmless by `quote`. */
export function sentence({ text, values }: Reason, quote: (value: string) => string): string {
  return text
    .split('{}')
    .map((part, index) => (index === 0 ? part : `${quote(values[index - 1] ?? '')}${part}`))
    .join('');
}
