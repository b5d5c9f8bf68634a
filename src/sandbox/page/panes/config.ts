// Pane: the config of the repository, with its problems at their lines.
import type { LocatedProblem } from '../../../domain/problem.ts';
import { type Html, html } from '../html.ts';
import type { Pane } from '../pane.ts';

export const config: Pane = {
  id: 'config',
  title: 'Config',
  count: (state) => state.config.problems.length,
  render: ({ config: { path, text, problems }, scenario }) =>
    html`<h2>${path}</h2>
      ${
        problems.length > 0 &&
        html`<ul class="problems">
          ${problems.map((problem) => renderProblem(problem, text))}
        </ul>`
      }
      <form data-control="/control/act" data-as="alice">
        <input type="hidden" name="action" value="edit-config" />
        <label for="config-text">The file on the default branch</label>
        <textarea id="config-text" name="text" rows="24" spellcheck="false" class="code">${text}</textarea>
        <div class="buttons">
          <button id="config-save" class="primary">Commit as alice</button>
          <button
            id="config-restart"
            formaction="/control/reset"
            data-drop="action text"
            data-rename="text:config"
          >
            Start over with this config
          </button>
        </div>
        <p class="muted">
          A commit pushes, and the push wakes relcomms. Starting over turns the clock to the config's first
          day. Now playing: ${scenario.title}.
        </p>
      </form>`,
};

function renderProblem({ line, column, severity, message, mend }: LocatedProblem, text: string): Html {
  const source = text.split('\n')[line - 1] ?? '';
  return html`<li class="problem problem-${severity}">
    <strong>${severity === 'error' ? 'Error' : 'Warning'} in line ${line}, column ${column}</strong>
    <pre tabindex="0" aria-label="Line ${line}"><span class="line-number">${line}</span> ${source}</pre>
    <p>${message} ${mend}</p>
  </li>`;
}
