// Stands in the text of a block for the number of an issue that may not be open yet.

/** Signs of nobody's language, so that no words hold them. */
const TOKEN = /\u{f0000}([^\u{f0001}]*)\u{f0001}/gu;

/** The sign for the issue with that key: `#12 ` in the body, and nothing while it has no number. */
export function issueToken(key: string): string {
  return `\u{f0000}${key}\u{f0001}`;
}

/** The keys that a text has signs for. */
export function tokensIn(text: string): string[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => match[1] ?? []);
}

/** The text with the numbers that are known; the other signs are taken out. */
export function withNumbers(text: string, numberOf: (key: string) => number | undefined): string {
  return text.replaceAll(TOKEN, (_, key: string) => {
    const number = numberOf(key);
    return number === undefined ? '' : `#${number} `;
  });
}
