// Applies two patches to the text that both were made from, when they are about different lines.

/** Lines taken out and put in behind the first `at` lines. */
interface Edit {
  readonly at: number;
  gone: number;
  readonly lines: string[];
}

/** The text with both changes; undefined when they meet, or when a patch says more than lines. */
export function mergeLines(text: string, ours: string, theirs: string): string | undefined {
  if (ours === theirs || /^\\/m.test(`${ours}\n${theirs}`)) return undefined;
  const edits = [...editsOf(ours), ...editsOf(theirs)].toSorted((a, b) => a.at - b.at);
  // Git keeps one unchanged line between changes of two sides, too.
  const meet = edits.some((edit, index) => {
    const next = edits[index + 1];
    return next !== undefined && edit.at + edit.gone >= next.at;
  });
  if (meet) return undefined;
  const lines = text.split('\n');
  for (const { at, gone, lines: fresh } of edits.toReversed()) lines.splice(at, gone, ...fresh);
  return lines.join('\n');
}

function editsOf(patch: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let edit: Edit | undefined;
  for (const line of patch.split('\n')) {
    const hunk = /^@@ -(\d+)(?:,(\d+))? \+/.exec(line);
    if (hunk !== null) {
      // A hunk without old lines names the line that it comes behind.
      at = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      edit = undefined;
    } else if (line.startsWith('+') || line.startsWith('-')) {
      if (edit === undefined) edits.push((edit = { at, gone: 0, lines: [] }));
      if (line.startsWith('+')) edit.lines.push(line.slice(1));
      else {
        edit.gone += 1;
        at += 1;
      }
    } else {
      edit = undefined;
      at += 1;
    }
  }
  return edits;
}
