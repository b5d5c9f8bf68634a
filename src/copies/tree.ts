// Dates in YAML and JSON: values that are a date and nothing else, with the key or the title beside them.
import { PAST, type Candidate, meaningOf } from './candidate.ts';
import { HAS_DAY } from './day-patterns.ts';
import { isOnlyDate } from './only-date.ts';
import { type ListTree, type MapTree, type TextNode, type TreeNode, readTrees } from './read-tree.ts';
import { plainWords } from './title-words.ts';

/** Keys whose values are titles, and those whose values say which release it is about. */
const TITLES = /^(?:name|title|what|event|milestone|id|key|label|summary|phase|stage|task|activity)$/;
const SCOPES = /^(?:version|release|releases|cycle|series|tag|branch|minor|train|name|title)$/;

/** Values that are read as titles or as versions are no longer. */
const LONGEST = 100;

interface Above {
  /** The key under which it stands. */
  readonly key: string;
  readonly scopes: readonly string[];
}

interface Walk {
  group: number;
  readonly found: Candidate[];
}

/** Undefined: it can't be read. `offset` is where the source begins in the file. */
export function treeCandidates(
  source: string,
  offset: number,
  path: readonly string[],
): Candidate[] | undefined {
  const trees = readTrees(source);
  if (trees === undefined) return undefined;
  const walk: Walk = { group: 0, found: [] };
  for (const tree of trees) walkNode(walk, tree, { key: '', scopes: path });
  return walk.found.map((one) => ({ ...one, at: one.at + offset }));
}

function walkNode(walk: Walk, node: TreeNode, above: Above): void {
  if (PAST.test(plainWords(above.key))) return;
  if (node.kind === 'map') walkMap(walk, node, above);
  if (node.kind === 'list') walkList(walk, node, above);
}

function walkMap(walk: Walk, { entries }: MapTree, above: Above): void {
  const texts = entries.flatMap(({ key, value }) =>
    value.kind === 'text' && value.text.length <= LONGEST
      ? [{ key, words: plainWords(key), text: value.text }]
      : [],
  );
  const versions = texts.filter(({ words, text }) => SCOPES.test(words) && !HAS_DAY.test(text));
  const scopes = [[above.key, ...versions.map(({ text }) => text)].join(' | '), ...above.scopes];
  const named = texts.filter(({ words }) => TITLES.test(words)).map(({ text }) => text);
  const bare = texts.filter(({ words }) => /^(?:version|release|tag)$/.test(words)).map(({ text }) => text);
  // Maps side by side in a list are one group, and so are the keys of one map.
  const { group } = walk;
  for (const { key, value } of entries) {
    if (value.kind === 'text')
      walk.found.push(...valueCandidate({ key, value, named, bare, above }, scopes, group));
    else {
      walk.group += value.kind === 'list' ? 1 : 0;
      walkNode(walk, value, { key, scopes });
    }
  }
}

interface Value {
  readonly key: string;
  readonly value: TextNode;
  readonly named: readonly string[];
  readonly bare: readonly string[];
  readonly above: Above;
}

function valueCandidate(
  { key, value, named, bare, above }: Value,
  scopes: readonly string[],
  group: number,
): Candidate[] {
  const meaning = meaningOf(plainWords(key));
  if (meaning === 'history' && !isReleased(key)) return [];
  if (!value.isPlain || !isOnlyDate(value.text)) return [];
  const titles = named.length > 0 ? named : [above.key];
  return [
    {
      titles: meaning === 'title' ? [key] : [...titles, ...bare, ...(isReleased(key) ? [key] : [])],
      mayBeBare: meaning === 'date',
      scopes,
      at: value.at,
      text: value.text,
      bound: meaning === 'first' || meaning === 'last' ? meaning : undefined,
      group,
    },
  ];
}

/** `release: 2026-12-02`, `releaseDate: 2026-12-02`: the key says of what, too. */
function isReleased(key: string): boolean {
  return /^release(?: date| day)?$/.test(plainWords(key));
}

/** `[Code freeze, 2026-11-03]` is a title with its date. */
function walkList(walk: Walk, { items }: ListTree, above: Above): void {
  const texts = items.filter((item) => item.kind === 'text');
  const dates = texts.filter(({ text, isPlain }) => isPlain && isOnlyDate(text));
  const [date] = dates;
  if (date !== undefined && dates.length === 1 && texts.length > 1 && items.length <= 6) {
    const titles = texts
      .filter((item) => item !== date && item.text.length <= LONGEST)
      .map(({ text }) => text);
    const scopes = [[above.key, ...titles].join(' | '), ...above.scopes];
    walk.found.push({ titles, mayBeBare: false, scopes, at: date.at, text: date.text, group: walk.group });
  }
  for (const item of items) walkNode(walk, item, above);
}
