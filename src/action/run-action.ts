// The Action's run: carries it out, writes log, annotations, summary and outputs.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as core from '@actions/core';
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { gitHub } from '../github/client.ts';
import { failureWords } from '../github/failure.ts';
import { isLoopback } from '../github/loopback.ts';
import { octokitOptions } from '../github/octokit-options.ts';
import { type Clock, startPacer } from '../github/pacer.ts';
import { outputsOf, planFile } from '../outputs.ts';
import type { Inputs } from './inputs.ts';
import { type Run, planRun, reconcile } from '../reconcile.ts';
import { changes, isGood, reportLines, reportMarkdown } from '../report.ts';

/**
 * Makes the run that the inputs ask for; failures end in the runner's own words, never in an exception. The
 * clock measures the pauses between writes.
 */
export async function runAction(inputs: Inputs, clock: Clock): Promise<void> {
  try {
    await main(inputs, clock);
  } catch (error) {
    core.setFailed(failureWords(error));
  }
}

async function main({ token, path, mode, now, owner, repo }: Inputs, clock: Clock): Promise<void> {
  core.setSecret(token);
  const baseUrl = process.env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const octokit = getOctokit(token, { baseUrl, ...octokitOptions(baseUrl) }, retry, throttling);
  const pacer = isLoopback(baseUrl) ? undefined : startPacer(clock);
  const scope = { github: gitHub(octokit, { owner, repo }, pacer), now, path };
  const run = await (mode === 'plan' ? planRun : reconcile)(scope);
  // Runners still obey the old form of commands, `##[…]`, anywhere in a line.
  for (const line of reportLines(run)) core.info(line.replaceAll('##[', '# #['));
  annotate(run);
  const outputs = outputsOf(run, scope.now);
  const plan = join(process.env['RUNNER_TEMP'] ?? '.', 'relcomms-plan.json');
  await writeFile(plan, planFile(run, scope.now));
  for (const [name, value] of Object.entries({ ...outputs, plan })) core.setOutput(name, value);
  if (process.env['GITHUB_STEP_SUMMARY'] !== undefined)
    await core.summary.addRaw(`## relcomms\n\n${reportMarkdown(run)}`).write();
  if (!isGood(run)) core.setFailed(failureOf(run));
}

/** Problems of the config appear at their lines in the file. */
function annotate(run: Run): void {
  const problems = run.kind === 'broken-config' ? run.problems : run.kind === 'no-config' ? [] : run.warnings;
  for (const { severity, message, mend, line, column } of problems) {
    const place = { file: run.path, startLine: line, startColumn: column };
    (severity === 'error' ? core.error : core.warning)(`${message} ${mend}`, place);
  }
}

function failureOf(run: Run): string {
  if (run.kind === 'no-config')
    return `${run.path} is not on the default branch. Add it, or give its path as the input \`config\`.`;
  if (run.kind === 'broken-config')
    return `${run.path} has ${run.problems.length} problem(s); nothing was changed.`;
  const failed =
    run.kind === 'applied' ? run.applied.filter(({ outcome }) => outcome === 'failed').length : 0;
  return `${failed} of ${failed + changes(run).length} changes failed, ${run.plan.unknown.length} facts could not be read.`;
}
