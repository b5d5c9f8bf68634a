// Reads the part of Mermaid's xychart language that relcomms writes: one row of bars.

export interface Bars {
  readonly title: string;
  readonly labels: readonly string[];
  /** As many as there are labels, none below zero. */
  readonly values: readonly number[];
  /** The upper end of the axis, above zero. */
  readonly top: number;
}

const MOST_BARS = 60;

const LINE = {
  title: /^title "([^"]{0,200})"$/,
  labels: /^x-axis \[("[^"]{0,60}"(?:, "[^"]{0,60}")*)\]$/,
  top: /^y-axis "[^"]{0,200}" 0 --> (\d{1,9})$/,
  values: /^bar \[(\d{1,9}(?:, \d{1,9})*)\]$/,
};

/** The chart, or undefined when it holds anything else. */
export function parseBars(text: string): Bars | undefined {
  const [first, ...lines] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (first !== 'xychart-beta' || lines.length !== 4) return undefined;
  const find = (pattern: RegExp): string | undefined =>
    lines.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined);
  const title = find(LINE.title);
  const labels = find(LINE.labels)
    ?.split('", "')
    .map((label) => label.replaceAll('"', ''));
  const values = find(LINE.values)?.split(', ').map(Number);
  const top = Number(find(LINE.top) ?? 0);
  if (title === undefined || labels === undefined || values === undefined || top === 0) return undefined;
  return labels.length === values.length && labels.length <= MOST_BARS
    ? { title, labels, values, top }
    : undefined;
}
