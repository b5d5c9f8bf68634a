// Finds a page among the files of a wiki under the name that GitHub shows: spaces, hyphens and capitals do not tell pages apart.

/** Of the same name, in Markdown, or in a format of which nobody knows how a block would stand in it. */
export type FoundPage =
  | { readonly kind: 'page'; readonly file: string }
  | { readonly kind: 'other-format'; readonly file: string };

const MARKDOWN = ['md', 'markdown', 'mdown', 'mkdn', 'mkd'];
const OTHERS = [
  'asciidoc',
  'adoc',
  'creole',
  'mediawiki',
  'wiki',
  'org',
  'pod',
  'rdoc',
  'rst',
  'rest',
  'textile',
];

/** `file` is the name that a new page would have; a file of exactly this name comes first. Undefined: there is no such page. */
export function findPage(files: readonly string[], file: string): FoundPage | undefined {
  if (files.includes(file)) return { kind: 'page', file };
  const alike = files.filter((one) => keyOf(one) === keyOf(file)).toSorted();
  const markdown = alike.find((one) => MARKDOWN.includes(formatOf(one)));
  if (markdown !== undefined) return { kind: 'page', file: markdown };
  const other = alike.find((one) => OTHERS.includes(formatOf(one)));
  return other === undefined ? undefined : { kind: 'other-format', file: other };
}

function formatOf(file: string): string {
  return (/\.([^.]+)$/.exec(file)?.[1] ?? '').toLowerCase();
}

function keyOf(file: string): string {
  return file
    .replace(/\.[^.]+$/, '')
    .normalize('NFC')
    .replaceAll(/[\s-]+/g, '-')
    .toLowerCase();
}
