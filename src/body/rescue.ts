// Finds, in the edit history of a body, what people saved and writes of ours ran over, and gives it back.
import { editsSince, sameBody } from './overrun.ts';
import { replayEdit } from './replay-edit.ts';
import { readTicks, setTicks } from './ticks.ts';

export interface EditedText {
  readonly body: string;
  /** Whole texts, newest first; empty when it was never edited. */
  readonly history: readonly string[];
  /** Whether one of our accounts made the edit, in the order of `history`. */
  readonly byUs: readonly boolean[];
  /** Whether a run that read before this edit may still be under way, in the order of `history`. */
  readonly recent: readonly boolean[];
}

interface Version {
  readonly text: string;
  /** `this-run` wishes nothing that its plan does not say again. */
  readonly by: 'people' | 'this-run' | 'another-run';
  readonly recent: boolean;
}

/**
 * `before` is the body as this run read it, `now` as it is after it wrote `written`, newest last. The answer is
 * what others have made of `before`, to be merged and written again; undefined when no write of ours came after
 * theirs. What people did counts whole and in its turn. What another run did to a box counts, too, since it may
 * carry what a person did to the issue. A box that a person has just set is different: there another run may have
 * run over them as we did, and only what puts their last word back counts.
 */
export function rescue(before: EditedText, now: EditedText, written: readonly string[]): string | undefined {
  const since = editsSince(now.history, before.history.length === 0 ? [before.body] : before.history).length;
  const all = versionsOf(now, since, written);
  const versions = all.slice(all.length - since);
  const last = versions.findLastIndex(({ by }) => by !== 'people');
  const foreign = versions.slice(0, Math.max(0, last)).filter(({ by }) => by !== 'this-run');
  if (foreign.length === 0) return undefined;
  // One write over what people had: their text whole, byte for byte.
  if (last === versions.length - 1 && foreign.length === last && foreign.every(({ by }) => by === 'people'))
    return versions.at(-2)?.text;
  return replayAll(before.body, versions, touchedBoxes(all));
}

/**
 * Oldest first. Each write of this run is one edit, no more: another run may have put back the very same text
 * after somebody ran over it. Of two such edits the older one is taken for ours; what the younger undid of a
 * person's boxes does not count anyway.
 */
function versionsOf({ history, byUs, recent }: EditedText, since: number, written: readonly string[]) {
  const open = [...written];
  const versions: Version[] = [];
  for (let index = history.length - 1; index >= 0; index--) {
    const text = history[index] ?? '';
    const ours = byUs[index] === true;
    const own = ours && index < since ? open.findIndex((one) => sameBody(one, text)) : -1;
    if (own >= 0) open.splice(own, 1);
    const by = own >= 0 ? 'this-run' : ours ? 'another-run' : 'people';
    versions.push({ text, by, recent: recent[index] === true });
  }
  return versions;
}

/** Whether both say the same, line by line; order and line ends are nobody's loss. */
export function saysTheSame(a: string, b: string): boolean {
  return sameBody(a, b) || words(a) === words(b);
}

/** The lines with something on them, in an order of their own. */
function words(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.toSorted().join('\n');
}

/** Each edit in its turn: who ticks a box and takes the tick away again has said something, too. */
function replayAll(
  base: string,
  versions: readonly Version[],
  touched: ReadonlyMap<string, boolean>,
): string {
  return versions.reduce((text, { text: after, by }, index) => {
    const before = versions[index - 1]?.text ?? base;
    if (by === 'this-run') return text;
    if (by === 'people') return replayEdit(text, before, after);
    const changed = [...changedBoxes(before, after)];
    return setTicks(text, new Map(changed.filter(([id, on]) => (touched.get(id) ?? on) === on)));
  }, base);
}

/** The boxes that people have just set or cleared, with their last word. */
function touchedBoxes(all: readonly Version[]): Map<string, boolean> {
  const set = all.flatMap(({ text, by, recent }, index) =>
    by !== 'people' || !recent || index === 0 ? [] : [...changedBoxes(all[index - 1]?.text ?? text, text)],
  );
  return new Map(set);
}

function changedBoxes(before: string, after: string): Map<string, boolean> {
  const was = readTicks(before);
  return new Map([...readTicks(after)].filter(([id, ticked]) => was.has(id) && was.get(id) !== ticked));
}
