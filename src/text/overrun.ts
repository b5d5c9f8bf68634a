// Finds, in the edit history of a body, what people saved between our read and our write.
import { replayEdit } from './replay-edit.ts';

/** Edits that our write ran over. */
export interface Overrun {
  /** The body as it was when we read it. */
  readonly base: string;
  /** The bodies that people saved between our read and our write, oldest first. */
  readonly edits: readonly string[];
  /** The last of them: the body as it was when we wrote. */
  readonly theirs: string;
  /** The body that we wrote over it. */
  readonly written: string;
  /** The bodies that people saved after our write, oldest first. */
  readonly later: readonly string[];
}

/**
 * The edits between our read (`base`) and our write (`written`). Both histories are newest first; `former`
 * is the one that came with our read, so that a text which stands in the history twice misleads nobody.
 */
export function overrun(
  history: readonly string[],
  base: string,
  written: string,
  former: readonly string[] = [],
): Overrun | undefined {
  const since = editsSince(history, former.length === 0 ? [base] : former);
  const ours = since.findLastIndex((text) => sameBody(text, written));
  const theirs = since[ours + 1];
  if (ours < 0 || theirs === undefined) return undefined;
  const edits = since.slice(ours + 1).toReversed();
  return { base, edits, theirs, written, later: since.slice(0, ours).toReversed() };
}

/** The entries in front of the point from which on both histories are the same. */
function editsSince(history: readonly string[], former: readonly string[]): readonly string[] {
  for (let count = 1; count < history.length; count++) {
    if (history.slice(count).every((text, index) => sameBody(text, former[index] ?? text)))
      return history.slice(0, count);
  }
  return [];
}

/**
 * The body with the lost edit back. Their whole text, byte for byte, when nothing came after our write;
 * else each edit is repeated in its order. `restored` says that our write itself held lost edits of before,
 * which whoever saved `theirs` could not see.
 */
export function restore(current: string, lost: Overrun, restored = false): string {
  if (!restored && sameBody(current, lost.written)) return lost.theirs;
  const lostBack = replay(lost.written, lost.base, lost.edits);
  return replay(lostBack, lost.written, lost.later);
}

/** Each edit in its turn: who ticks a box and takes the tick away again has said something, too. */
function replay(text: string, base: string, edits: readonly string[]): string {
  return edits.reduce((result, edit, index) => replayEdit(result, edits[index - 1] ?? base, edit), text);
}

function sameBody(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}
