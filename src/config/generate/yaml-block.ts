// A key with its value as lines of YAML, each key explained where it stands for the first time.
import type { KeyDoc } from './key-doc.ts';
import { comment, fitsInline, inline } from './yaml-text.ts';

export interface YamlEntry {
  readonly key: string;
  readonly value: unknown;
  /** Absent when nothing is to be explained. */
  readonly doc?: KeyDoc | undefined;
  readonly indent: string;
  /** Descriptions that stand above already; new ones are added. */
  readonly explained: Set<string>;
}

/** Lines without line ends. */
export function yamlEntry({ key, value, doc, indent, explained }: YamlEntry): readonly string[] {
  const news = doc !== undefined && hasNews(value, doc, explained);
  const words = doc === undefined ? [] : explanation(doc, indent, explained);
  const head = `${indent}${key}:`;
  if (typeof value !== 'object' || value === null || (!news && fitsInline(value, head.length + 1)))
    return [...words, `${head} ${inline(value)}`];
  return [...words, head, ...blockLines(value, doc, `${indent}  `, explained)];
}

function explanation(doc: KeyDoc, indent: string, explained: Set<string>): readonly string[] {
  if (doc.description === undefined || explained.has(doc.description)) return [];
  explained.add(doc.description);
  return comment(`${doc.description}${defaultWords(doc)}`, indent);
}

function defaultWords(doc: KeyDoc): string {
  if (doc.needed) return ' Needed.';
  if (doc.defaultText === 'none') return '';
  if (doc.defaultText !== undefined) return ` Default: ${doc.defaultText}.`;
  const empty = typeof doc.defaultValue === 'object' && Object.keys(doc.defaultValue ?? {}).length === 0;
  return doc.defaultValue === undefined || empty ? '' : ` Default: ${inline(doc.defaultValue)}.`;
}

function blockLines(
  value: object,
  doc: KeyDoc | undefined,
  indent: string,
  explained: Set<string>,
): readonly string[] {
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([key, inner]) =>
      yamlEntry({ key, value: inner, doc: childOf(doc, key, inner), indent, explained }),
    );
  const item = doc?.form.kind === 'list' ? doc.form.item : undefined;
  return value.flatMap((inner: unknown) => itemLines(inner, formOf(item, inner), indent, explained));
}

/** The `- ` stands before the first line that is no comment. */
function itemLines(
  value: unknown,
  doc: KeyDoc | undefined,
  indent: string,
  explained: Set<string>,
): readonly string[] {
  const news = doc !== undefined && hasNews(value, doc, explained);
  if (typeof value !== 'object' || value === null || (!news && fitsInline(value, indent.length + 2)))
    return [`${indent}- ${inline(value)}`];
  const lines = [...blockLines(value, doc, `${indent}  `, explained)];
  const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  return lines.map((line, index) => (index === first ? `${indent}- ${line.trimStart()}` : line));
}

function hasNews(value: unknown, doc: KeyDoc, explained: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    const item = doc.form.kind === 'list' ? doc.form.item : undefined;
    return value.some((inner) => {
      const form = formOf(item, inner);
      return form !== undefined && hasNews(inner, form, explained);
    });
  }
  return Object.entries(value).some(([key, inner]) => {
    const child = childOf(doc, key, inner);
    if (child === undefined) return false;
    return (
      (child.description !== undefined && !explained.has(child.description)) ||
      hasNews(inner, child, explained)
    );
  });
}

/** Of an item that may have several sets of keys, the one that knows all of its own. */
function formOf(item: KeyDoc | undefined, value: unknown): KeyDoc | undefined {
  if (item?.form.kind !== 'either') return item;
  const given = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return item.form.forms.find(
    ({ form }) => form.kind === 'keys' && given.every((key) => Object.hasOwn(form.keys, key)),
  );
}

function childOf(doc: KeyDoc | undefined, key: string, value: unknown): KeyDoc | undefined {
  if (doc === undefined) return undefined;
  if (doc.form.kind === 'keys') return doc.form.keys[key];
  if (doc.form.kind !== 'table') return undefined;
  const { value: cell } = doc.form;
  if (cell.form.kind !== 'either') return cell;
  return cell.form.forms.find(({ form }) => (form.kind === 'keys') === (typeof value === 'object'));
}
