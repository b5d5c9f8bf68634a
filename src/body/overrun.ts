// Finds, in the edit history of a body, what people saved between our read and our write.

/** Edits that our write ran over. */
export interface Overrun {
  /** The last of them: the body as it was when we wrote. */
  readonly theirs: string;
  /** The body that we wrote over it. */
  readonly written: string;
}

/**
 * The edits between our read (`base`) and our write (`written`). Both histories are newest first; `former`
 * is the one that came with our read, so that a text which stands in the history twice misleads nobody.
 * `byUs` says which of the edits one of our accounts made: another run may have written the very same text before
 * a person's edit, and a person may have come back to it afterwards.
 */
export function overrun(
  history: readonly string[],
  base: string,
  written: string,
  former: readonly string[] = [],
  byUs?: readonly boolean[],
): Overrun | undefined {
  const since = editsSince(history, former.length === 0 ? [base] : former);
  const ours =
    byUs === undefined
      ? since.findLastIndex((text) => sameBody(text, written))
      : since.findIndex((text, index) => byUs[index] === true && sameBody(text, written));
  const theirs = since[ours + 1];
  if (ours < 0 || theirs === undefined) return undefined;
  return { theirs, written };
}

/** Whether a read already knows of our write: a replica that lags behind does not. */
export function knows(
  now: { readonly body: string; readonly history: readonly string[] },
  written: string,
): boolean {
  return [now.body, ...now.history].some((text) => sameBody(text, written));
}

/** The entries in front of the point from which on both histories are the same. */
export function editsSince(history: readonly string[], former: readonly string[]): readonly string[] {
  const fits = (count: number): boolean =>
    history.slice(count).every((text, index) => sameBody(text, former[index] ?? text));
  // Nothing is cut off as long as histories are short: then the lengths tell.
  const whole = history.length - former.length;
  if (whole > 0 && fits(whole)) return history.slice(0, whole);
  for (let count = 1; count < history.length; count++) if (fits(count)) return history.slice(0, count);
  return [];
}

/** Equal but for line ends and blank lines at the end, which GitHub may change. */
export function sameBody(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}
