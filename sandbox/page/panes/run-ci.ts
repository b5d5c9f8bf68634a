// The form that lets CI run on a branch: on a new commit or once more, with no job failing or one of them.
import { type Html, html } from '../../../src/text/html.ts';
import type { PageQuery } from '../query.ts';

/** For a branch that has no results yet. */
const USUAL_JOBS = ['build', 'unit tests'];

/** `known` are the names of the jobs so far. */
export function renderRunCi(
  branch: string,
  known: readonly string[],
  index: number,
  { as }: PageQuery,
): Html {
  const jobs = known.length > 0 ? known : USUAL_JOBS;
  return html`<form data-control="/control/act" class="fields" aria-label="Run CI on ${branch}">
    <input type="hidden" name="action" value="run-ci" />
    <input type="hidden" name="branch" value="${branch}" />
    <div>
      <label for="ci-commit-${index}">Push a commit as ${as}</label>
      <input id="ci-commit-${index}" name="commit" value="Try something" required maxlength="200" />
    </div>
    <div>
      <label for="ci-jobs-${index}">What fails</label>
      <select id="ci-jobs-${index}" name="jobs" data-type="json">
        <option value="${results(jobs, [])}">nothing</option>
        ${jobs.map((job) => html`<option value="${results(jobs, [job])}">${job}</option>`)}
        <option value="${results(jobs, jobs)}">everything</option>
      </select>
    </div>
    <button id="ci-run-${index}">Push and run CI</button>
    <button id="ci-again-${index}" data-drop="commit">Run it on the newest commit</button>
  </form>`;
}

function results(jobs: readonly string[], failed: readonly string[]): string {
  const all = jobs.map((job) => [job, failed.includes(job) ? 'failure' : 'success'] as const);
  return JSON.stringify(Object.fromEntries(all));
}
