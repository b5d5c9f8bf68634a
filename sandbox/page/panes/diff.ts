// The files of a pull request with what changes in them.
import type { FileState } from '../../machine/pulls.ts';
import { type Html, html } from '../../../src/text/html.ts';

/** A longer patch is cut: the page is for looking. */
const MOST_LINES = 120;

export function renderFiles(files: readonly FileState[]): Html {
  if (files.length === 0)
    return html`<p class="empty">
      No files: people without push access open a pull request here without them.
    </p>`;
  return html`${files.map(renderFile)}`;
}

function renderFile({ path, status, additions, deletions, patch }: FileState): Html {
  const lines = patch === '' ? [] : patch.split('\n');
  return html`<section class="file" aria-label="${path}">
    <header class="file-head">
      <code>${path}</code>
      <span class="muted">${status}, ${additions} added, ${deletions} removed</span>
    </header>
    <div class="diff" tabindex="0" role="region" aria-label="Changes of ${path}">
      <table>
        <tbody>
          ${numbered(lines.slice(0, MOST_LINES)).map(renderLine)}
        </tbody>
      </table>
    </div>
    ${lines.length > MOST_LINES && html`<p class="muted file-rest">${lines.length - MOST_LINES} more lines.</p>`}
  </section>`;
}

interface DiffLine {
  readonly kind: 'added' | 'removed' | 'same' | 'hunk';
  readonly text: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

function numbered(lines: readonly string[]): DiffLine[] {
  let [before, after] = [0, 0];
  return lines.map((line) => {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line);
    if (hunk !== null) {
      [before, after] = [Number(hunk[1]), Number(hunk[2])];
      return { kind: 'hunk', text: line, before: undefined, after: undefined };
    }
    const text = line.slice(1);
    if (line.startsWith('+')) return { kind: 'added', text, before: undefined, after: after++ };
    if (line.startsWith('-')) return { kind: 'removed', text, before: before++, after: undefined };
    return { kind: 'same', text, before: before++, after: after++ };
  });
}

const SIGNS: Readonly<Record<DiffLine['kind'], string>> = { added: '+', removed: '-', same: ' ', hunk: '' };

function renderLine({ kind, text, before, after }: DiffLine): Html {
  return html`<tr class="diff-${kind}">
    <td class="diff-number">${before}</td>
    <td class="diff-number">${after}</td>
    <td class="diff-text">${SIGNS[kind]}${text}</td>
  </tr>`;
}
