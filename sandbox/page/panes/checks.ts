// The check runs of a pull request: what each found, and the form that lets one end.
import type { CheckState } from '../../machine/check-state.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { linkTargets } from '../links.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import type { PageQuery } from '../query.ts';
import { isBad } from './state-words.ts';

export function renderChecks(checks: readonly CheckState[], state: SandboxState, query: PageQuery): Html {
  const bad = checks.filter(isBad).length;
  return html`<h3>
      Checks
      <span class="muted"
        >${checks.length === 0 ? 'none yet' : bad === 0 ? 'all checks passed' : `${bad} of ${checks.length} need attention`}</span
      >
    </h3>
    ${
      checks.length > 0 &&
      html`<ul class="rows">
        ${checks.map((check) => renderCheck(check, state, query))}
      </ul>`
    }`;
}

function renderCheck(check: CheckState, state: SandboxState, query: PageQuery): Html {
  const { name, title, summary, annotations } = check;
  const word = (check.conclusion ?? check.status).replaceAll('_', ' ');
  const more = summary !== '' || annotations.length > 0;
  return html`<li class="row">
    <span
      class="state state-check-${isBad(check) ? 'bad' : check.conclusion === 'success' ? 'good' : 'other'}"
      >${word}</span
    >
    <div class="row-main">
      <strong>${name}</strong> <span class="muted">${title}</span>
      ${
        more &&
        html`<details id="check-${name}" ${isBad(check) && html`open`}>
          <summary>
            What it
            says${annotations.length > 0 && `, ${annotations.length} ${annotations.length === 1 ? 'place' : 'places'}`}
          </summary>
          ${summary !== '' && html`<div class="markdown">${renderMarkdown(summary, { links: linkTargets(state, query) })}</div>`}
          ${annotations.map(renderAnnotation)}
        </details>`
      }
    </div>
  </li>`;
}

function renderAnnotation(annotation: CheckState['annotations'][number]): Html {
  const { path, line, level, title, message } = annotation;
  return html`<div class="problem${level !== 'failure' && ' problem-warning'}">
    <strong>${path}, line ${line}</strong> <span class="muted">${level}</span>
    ${title !== '' && html`<p>${title}</p>`}
    <p class="plain">${message}</p>
  </div>`;
}
