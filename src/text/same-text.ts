// Whether two texts of GitHub say the same, whatever became of their line ends.

/** GitHub may change line ends and drops those at the end of a text. */
export function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}
