// Data that a text of ours carries for the next run: hidden from people, and nothing in it can end what hides it.

/** A line of its own with the data; `name` is lower-case words with hyphens. */
export function hiddenData(name: string, data: unknown): string {
  const json = JSON.stringify(data)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('>', String.raw`\u003e`)
    .replaceAll('--', String.raw`-\u002d`);
  return `<!-- relcomms:${name} ${json} -->`;
}

/** The same for words of people: nothing in them is live, not even where hidden lines are looked into. */
export function quietData(name: string, data: unknown): string {
  return hiddenData(name, data)
    .replaceAll('@', String.raw`\u0040`)
    .replaceAll('#', String.raw`\u0023`);
}

/** What the first such line of a text says; undefined when there is none, or none that can be read. */
export function readHiddenData(text: string, name: string): unknown {
  const begin = `<!-- relcomms:${name} `;
  const line = text.split(/\r?\n/).find((one) => one.startsWith(begin) && one.trimEnd().endsWith(' -->'));
  if (line === undefined) return undefined;
  try {
    return JSON.parse(line.trimEnd().slice(begin.length, -' -->'.length)) as unknown;
  } catch {
    return undefined;
  }
}
