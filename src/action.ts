// The Action: reads the runner's inputs, makes one run, writes summary and outputs.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as core from '@actions/core';
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { type Instant, parseInstant } from './domain/day.ts';
import { gitHub } from './github/client.ts';
import { failureWords } from './github/failure.ts';
import { CONFIG_PATH } from './github/observe/read-config.ts';
import { paceOptions } from './github/pace.ts';
import { outputsOf, planFile } from './outputs.ts';
import { type Run, planRun, reconcile } from './reconcile.ts';
import { changes, isGood, reportLines, reportMarkdown } from './report.ts';

async function main(): Promise<void> {
  const scope = {
    github: client(),
    now: nowOf(core.getInput('now')),
    path: core.getInput('config') || CONFIG_PATH,
  };
  const run = await modeOf(core.getInput('mode'))(scope);
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

function client() {
  const [owner, repo] = (process.env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (!owner || !repo) throw new Error('GITHUB_REPOSITORY is missing: the Action runs inside a workflow.');
  const token = core.getInput('token');
  if (token === '') throw new Error('The input `token` is empty. Leave it out to use the workflow token.');
  core.setSecret(token);
  const baseUrl = process.env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const octokit = getOctokit(token, { baseUrl, ...paceOptions(baseUrl) }, retry, throttling);
  return gitHub(octokit, { owner, repo });
}

function modeOf(mode: string): typeof reconcile {
  if (mode === '' || mode === 'reconcile') return reconcile;
  if (mode === 'plan') return planRun;
  throw new Error(`The input \`mode\` is "${mode}"; it can be reconcile or plan.`);
}

/** The one `now` of the run. */
function nowOf(input: string): Instant {
  if (input === '') return Date.now() as Instant;
  const parsed = parseInstant(input);
  if (parsed === undefined)
    throw new Error(`The input \`now\` is "${input}"; write an instant such as 2026-11-03T09:00:00Z.`);
  return parsed;
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

try {
  await main();
} catch (error) {
  core.setFailed(failureWords(error));
}
