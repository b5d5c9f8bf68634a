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
}

interface Version {
  readonly text: string;
  readonly byUs: boolean;
}

interface Wish extends Version {
  /** Our own write: it wishes nothing that the plan does not say again. */
  readonly mute: boolean;
}

/**
 * `before` is the body as this run read it, `now` as it is after it wrote `written`, newest last. The answer is what people have made of
 * `before`, to be merged and written again; undefined when no write of ours came after an edit of theirs. What
 * another run of ours did meanwhile to a box counts only where no person did anything: it may have run over
 * somebody just as we did.
 */
export function rescue(before: EditedText, now: EditedText, written: readonly string[]): string | undefined {
  const since = editsSince(now.history, before.history.length === 0 ? [before.body] : before.history).length;
  const all = now.history
    .map((text, index): Version => ({ text, byUs: now.byUs[index] ?? false }))
    .toReversed();
  const versions = all.slice(all.length - since);
  const last = versions.findLastIndex(({ byUs }) => byUs);
  if (!versions.slice(0, Math.max(0, last)).some(({ byUs }) => !byUs)) return undefined;
  const own = versions.filter(({ byUs }) => byUs).length;
  // One write over what people had: their text whole, byte for byte.
  if (own === 1 && last === versions.length - 1) return versions.at(-2)?.text;
  const wishes = versions.map((version) => ({
    ...version,
    mute: version.byUs && written.some((text) => sameBody(text, version.text)),
  }));
  return replayAll(before.body, wishes, touchedBoxes(all));
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
function replayAll(base: string, versions: readonly Wish[], touched: ReadonlySet<string>): string {
  return versions.reduce((text, { text: after, byUs, mute }, index) => {
    const before = versions[index - 1]?.text ?? base;
    if (mute) return text;
    if (!byUs) return replayEdit(text, before, after);
    return setTicks(text, new Map([...changedBoxes(before, after)].filter(([id]) => !touched.has(id))));
  }, base);
}

/** Ids of the boxes that people set or cleared as far as the history reaches. */
function touchedBoxes(all: readonly Version[]): Set<string> {
  const ids = all.flatMap(({ text, byUs }, index) =>
    byUs || index === 0 ? [] : [...changedBoxes(all[index - 1]?.text ?? text, text).keys()],
  );
  return new Set(ids);
}

function changedBoxes(before: string, after: string): Map<string, boolean> {
  const was = readTicks(before);
  return new Map([...readTicks(after)].filter(([id, ticked]) => was.has(id) && was.get(id) !== ticked));
}
