// Pane: the release branches, how each job came out on their newest commits, and what the tracking issue says of it.
import { findBlock } from '../../../src/body/body-lines.ts';
import { joinLines, splitLines } from '../../../src/body/split-lines.ts';
import type { CiBranch, CiCommit, CiJob } from '../../machine/ci.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { linkTargets } from '../links.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { moment } from '../moments.ts';
import type { Drawing } from '../pane.ts';
import type { PageQuery } from '../query.ts';
import { renderRunCi } from './run-ci.ts';
import { isBad } from './state-words.ts';

export const ci: Drawing = {
  count: (state) => state.ci.filter(isRed).length,
  render: (state, query) =>
    state.ci.length === 0
      ? html`<h2>CI</h2>
          <p class="empty">No release of the config names a branch.</p>`
      : html`${state.ci.map((branch, index) => renderBranch(branch, index, state, query))}
        ${renderFailing(state, query)}`,
};

/** Whether a job failed on the newest commit that has results. */
function isRed({ commits = [] }: CiBranch): boolean {
  return commits.find(({ jobs }) => jobs.length > 0)?.jobs.some(isBad) === true;
}

function renderBranch(
  { branch, commits }: CiBranch,
  index: number,
  state: SandboxState,
  query: PageQuery,
): Html {
  const known = [...new Set((commits ?? []).flatMap(({ jobs }) => jobs.map(({ name }) => name)))].toSorted();
  return html`<h2>CI on <code>${branch}</code></h2>
    ${
      commits === undefined
        ? html`<p class="empty">The branch is not there yet. The first run of CI makes it.</p>`
        : html`<ol class="rows">
            ${commits.map((commit) => renderCommit(commit, state))}
          </ol>`
    }
    ${renderRunCi(branch, known, index, query)}`;
}

function renderCommit({ sha, title, at, jobs }: CiCommit, { clock }: SandboxState): Html {
  const bad = jobs.filter(isBad);
  const again = jobs.filter(({ wasRed }) => wasRed);
  return html`<li class="row">
    <span class="state state-check-${bad.length > 0 ? 'bad' : jobs.length > 0 ? 'good' : 'other'}"
      >${words(jobs, bad)}</span
    >
    <div class="row-main">
      <strong>${title}</strong>
      <div class="muted"><code>${sha.slice(0, 7)}</code> ${moment(at, clock.zone)}</div>
      ${bad.length > 0 && html`<p>Failed: ${names(bad)}</p>`}
      ${again.length > 0 && html`<p class="muted">Failed, then passed: ${names(again)}</p>`}
    </div>
  </li>`;
}

function words(jobs: readonly CiJob[], bad: readonly CiJob[]): string {
  if (jobs.length === 0) return 'no results';
  const open = jobs.filter(({ status }) => status !== 'completed').length;
  if (bad.length > 0) return `${bad.length} of ${jobs.length} failed`;
  return open > 0 ? `${open} of ${jobs.length} still run` : `all ${jobs.length} passed`;
}

function names(jobs: readonly CiJob[]): Html[] {
  return jobs.map(({ name }, index) => html`${index > 0 && ', '}<code>${name}</code>`);
}

/** The section of each tracking issue, as relcomms wrote it. */
function renderFailing(state: SandboxState, query: PageQuery): Html[] {
  return state.repo.issues.flatMap(({ author, body, parent, pull, state: open }) => {
    if (pull || parent !== null || open === 'closed' || !author.endsWith('[bot]')) return [];
    const lines = splitLines(body);
    const block = findBlock(lines, 'failing-tests');
    if (block === undefined) return [];
    const text = joinLines(lines.slice(block.begin + 1, block.end));
    return [
      html`<section class="markdown" aria-label="As the tracking issue tells it">
        ${renderMarkdown(text, { links: linkTargets(state, query) })}
      </section>`,
    ];
  });
}
