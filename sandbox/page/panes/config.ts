// Pane: the config of the repository, with its problems at their lines.
import type { LocatedProblem } from '../../../src/domain/problem.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { Pane } from '../pane.ts';

export const config: Pane = {
  id: 'config',
  title: 'Config',
  count: (state) => state.config.problems.length,
  render: ({ config: { path, text, problems }, scenario }, { as }) =>
    html`<h2>${path}</h2>
      ${
        problems.length > 0 &&
        html`<ul class="problems">
          ${problems.map((problem) => renderProblem(problem, text))}
        </ul>`
      }
      <form data-control="/control/act">
        <label for="config-text">The file on the default branch, or one of yours</label>
        <textarea id="config-text" name="text" rows="24" spellcheck="false" class="code">${text}</textarea>
        <label for="config-file">Load a file</label>
        <input id="config-file" type="file" accept=".yml,.yaml" data-load="config-text" />
        <label for="config-title">Title of a pull request</label>
        <input id="config-title" name="title" value="Change the release schedule" maxlength="256" />
        <div class="buttons">
          <button id="config-save" class="primary" data-set="action:edit-config" data-drop="title">
            Commit as ${as}
          </button>
          <button id="config-propose" data-set="action:open-pull" data-rename="text:config" data-drop="text">
            Propose as ${as}
          </button>
          <button
            id="config-restart"
            formaction="/control/reset"
            data-drop="title text"
            data-rename="text:config"
          >
            Start over with this config
          </button>
        </div>
        <p class="muted">
          A commit pushes, and the push wakes relcomms. A pull request changes nothing until somebody merges
          it. Starting over turns the clock to the config's first day. Now playing: ${scenario.title}.
        </p>
      </form>`,
};

function renderProblem({ line, column, severity, message, fix }: LocatedProblem, text: string): Html {
  const source = text.split('\n')[line - 1] ?? '';
  return html`<li class="problem problem-${severity}">
    <strong>${severity === 'error' ? 'Error' : 'Warning'} in line ${line}, column ${column}</strong>
    <pre tabindex="0" aria-label="Line ${line}"><span class="line-number">${line}</span> ${source}</pre>
    <p>${message} ${fix}</p>
  </li>`;
}
