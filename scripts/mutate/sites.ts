// Every mutation that could be made: where it is, what the line becomes, and a name that outlives edits elsewhere.
import { createHash } from 'node:crypto';
import type { Node } from 'typescript/unstable/ast';
import { type Change, changesAt } from './changes.ts';
import { withSyntax } from './syntax.ts';

export interface Site {
  /** The same as long as the file has its name and the line its words. */
  readonly id: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The line without its indentation, and what it becomes. */
  readonly from: string;
  readonly to: string;
  readonly change: Change;
}

/** All of the files, by path, in order of their places. */
export function sitesIn(texts: ReadonlyMap<string, string>): Site[] {
  return withSyntax(texts, (file, tree) => {
    const source = texts.get(file) ?? '';
    const seen = new Map<string, number>();
    return changesUnder(tree, source).map((change) => {
      const lines = linesOf(source, change);
      const name = [file, lines.from, lines.to].join('\n');
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return { id: shortName(`${name}\n${before}`), file, ...lines, change };
    });
  }).flat();
}

/** The file with the mutation in it. */
export function mutated(source: string, { change: { start, end, text } }: Site): string {
  return source.slice(0, start) + text + source.slice(end);
}

function changesUnder(tree: Node, source: string): Change[] {
  const found: Change[] = [];
  const visit = (node: Node): undefined => {
    found.push(...changesAt(node, source));
    node.forEachChild(visit);
    return undefined;
  };
  visit(tree);
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** A change over several lines shows its first line, and what that becomes. */
function linesOf(source: string, { start, end, text }: Change): Pick<Site, 'line' | 'from' | 'to'> {
  const begin = source.lastIndexOf('\n', start - 1) + 1;
  const rest = (at: number): string => source.slice(at).split('\n', 1)[0] ?? '';
  const to = source.slice(begin, start) + text + rest(end);
  return { line: source.slice(0, start).split('\n').length, from: rest(begin).trim(), to: to.trim() };
}

function shortName(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
