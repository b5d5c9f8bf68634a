// Puts the number of a candidate into the texts of its milestone and its tasks.

/** As with every variable, `{{candidate}}` stands for itself. */
const PLACE = /(?<![{$])\{candidate\}(?!\})/g;

/** Whether the text says which candidate it is about. */
export function namesCandidate(text: string): boolean {
  return text.search(PLACE) >= 0;
}

export function withNumber(text: string, number: number): string {
  return text.replaceAll(PLACE, String(number));
}
