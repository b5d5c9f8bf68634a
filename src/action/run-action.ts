// The Action's run: carries it out, writes log, annotations, summary and outputs.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { lazyChannels } from '../channels/lazy-channels.ts';
import { wikiPlace } from '../channels/wiki-place.ts';
import type { Instant } from '../domain/day.ts';
import type { Operation } from '../domain/operation.ts';
import type { BranchReport } from '../domain/test-results.ts';
import { type GitHub, gitHub } from '../github/client.ts';
import type { Reach } from '../github/reach.ts';
import { failureWords } from '../github/failure.ts';
import { octokitOptions } from '../github/octokit-options.ts';
import { pausesOf, waiting } from '../github/pauses.ts';
import { type Clock, startPacer } from '../github/pacer.ts';
import { outputsOf, planFile } from '../report/outputs.ts';
import type { Inputs } from './inputs.ts';
import type { Run } from '../run/reconcile.ts';
import { changes, isGood, reportLines } from '../report/report.ts';
import type { Judge } from '../run/judgement.ts';
import { costOf, wholeRun } from '../run/whole-run.ts';
import { blockerProblem } from './blocker-problem.ts';
import { type EventPull, readEventPull } from './event-pull.ts';
import { jobSummary } from './job-summary.ts';
import { missingFor, missingMarkdown, missingWarnings } from './missing.ts';
import type { DoctorAnswer, Surroundings } from './run-doctor.ts';
import type { OnboardAnswer } from './run-onboard.ts';

/**
 * Makes the run that the inputs ask for; failures end in the runner's own words, never in an exception. The
 * clock measures the pauses between writes; `judge` is the path of the program that judges configs.
 */
export async function runAction(inputs: Inputs, clock: Clock, judge: string): Promise<void> {
  try {
    await main(inputs, clock, judge);
  } catch (error) {
    core.setFailed(failureWords(error));
  }
}

async function main(inputs: Inputs, clock: Clock, judge: string): Promise<void> {
  const { token, path, mode, junit, now, owner, repo, failOn, slackToken, repositoriesToken } = inputs;
  core.setSecret(token);
  if (slackToken !== '') core.setSecret(slackToken);
  if (repositoriesToken !== '') core.setSecret(repositoriesToken);
  const baseUrl = process.env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const pauses = pausesOf(process.env, clock);
  const options = octokitOptions(pauses);
  const octokit = getOctokit(token, { baseUrl, ...options }, retry, throttling);
  const pacer = pauses.clock && startPacer(pauses.clock);
  const github = gitHub(octokit, { owner, repo }, pacer);
  const surroundings = { api: baseUrl, env: process.env, clock: clock.now(), judge: lazyJudge(judge) };
  if (await inOtherMode(github, inputs, surroundings)) return;
  const reports = await reportsOf(junit, now);
  const began = clock.now();
  const channels = lazyChannels({
    env: { ...process.env, SLACK_BOT_TOKEN: slackToken || process.env['SLACK_BOT_TOKEN'] },
    now,
    clock: () => (now + clock.now() - began) as Instant,
    claim: randomUUID(),
    wait: waiting(pauses, clock),
    wiki: async () => ({ ...wikiPlace(baseUrl, { owner, repo }), token, env: process.env }),
  });
  const scope = {
    github,
    now,
    path,
    reports,
    channels,
    judge: lazyJudge(judge),
    reach: reachWith(repositoriesToken, github, { baseUrl, ...options }),
  };
  const pull = await readEventPull(process.env);
  // The token of such a run only reads, whatever the workflow asks for.
  const done = await wholeRun(scope, pull?.fork === true || mode === 'plan' ? 'plan' : 'reconcile');
  // Secrets reach few runs of pull requests: that they are missing there says nothing.
  const missing = pull === undefined ? await missingFor(done, github, inputs, surroundings) : [];
  const run = { ...done, cost: costOf(github) };
  for (const line of reportLines(run)) core.info(quiet(line));
  for (const { branch } of reports.filter((report) => !isAsked(run, report)))
    core.info(
      quiet(`The test results of ${branch} are not used: nothing in the config looks at that branch.`),
    );
  annotate(run);
  for (const warning of missingWarnings(missing)) core.warning(quiet(warning));
  if (pull !== undefined) annotatePull(run, pull);
  const outputs = outputsOf(run);
  const plan = join(process.env['RUNNER_TEMP'] ?? '.', 'relcomms-plan.json');
  await writeFile(plan, planFile(run, scope.now));
  for (const [name, value] of Object.entries({ ...outputs, plan })) core.setOutput(name, value);
  if (process.env['GITHUB_STEP_SUMMARY'] !== undefined)
    await core.summary.addRaw(jobSummary(run, scope.now, missingMarkdown(missing))).write();
  if (!isGood(run)) core.setFailed(failureOf(run));
  const problem = failOn === 'blockers' ? blockerProblem(run) : undefined;
  if (problem !== undefined) core.setFailed(problem);
}

/** Whether the step asks for something else than a run, and that was done. */
async function inOtherMode(github: GitHub, inputs: Inputs, surroundings: Surroundings): Promise<boolean> {
  if (inputs.mode === 'doctor') {
    const { runDoctor } = await import('./run-doctor.ts');
    await tellDoctor(await runDoctor(github, inputs, surroundings));
    return true;
  }
  if (inputs.mode !== 'onboard') return false;
  const { runOnboard } = await import('./run-onboard.ts');
  await tellOnboarded(await runOnboard(github, inputs, surroundings.judge, starter(process.env)));
  return true;
}

/** Other repositories with a token of their own, where there is one. */
function reachWith(token: string, own: GitHub, options: Parameters<typeof getOctokit>[1]): Reach | undefined {
  if (token === '') return undefined;
  const octokit = getOctokit(token, options, retry, throttling);
  const other = gitHub(octokit, own, undefined, own.stop, own.counts);
  return ({ owner, repo }) => Promise.resolve({ github: { ...other, owner, repo } });
}

/** Who started the workflow by hand: what a schedule or a push names as its actor asks for nothing. */
function starter(env: NodeJS.ProcessEnv): string | undefined {
  return env['GITHUB_EVENT_NAME'] === 'workflow_dispatch' ? env['GITHUB_ACTOR'] : undefined;
}

/** A "no" is no failure. */
async function tellOnboarded({ words, isProblem }: OnboardAnswer): Promise<void> {
  (isProblem ? core.warning : core.info)(quiet(words));
  if (process.env['GITHUB_STEP_SUMMARY'] !== undefined) await core.summary.addRaw(words).write();
}

async function tellDoctor({ lines, summary, failure }: DoctorAnswer): Promise<void> {
  for (const line of lines) core.info(quiet(line));
  if (process.env['GITHUB_STEP_SUMMARY'] !== undefined) await core.summary.addRaw(summary).write();
  if (failure !== undefined) core.setFailed(failure);
}

/** Few runs find a config that is proposed; what starts processes is loaded only then. */
function lazyJudge(program: string): Judge {
  return async (brief, lookFor) => {
    const { judgeInChild } = await import('../judge/judge-in-child.ts');
    return judgeInChild({ program })()(brief, lookFor);
  };
}

/** The report that the input `junit` names; what reads it is loaded only then. */
async function reportsOf(junit: Inputs['junit'], now: Inputs['now']): Promise<readonly BranchReport[]> {
  if (junit.length === 0) return [];
  const { readReports } = await import('./read-reports.ts');
  const { reports, notes, warnings } = await readReports(junit, process.env, now);
  for (const note of notes) core.info(quiet(note));
  for (const warning of warnings) core.warning(quiet(warning));
  return reports;
}

/** A broken config is told elsewhere. */
function isAsked(run: Run, { branch }: BranchReport): boolean {
  return !('questions' in run) || run.questions.branchTests?.branches.includes(branch) === true;
}

/** Runners still obey the old form of commands, `##[…]`, anywhere in a line. */
function quiet(line: string): string {
  return line.replaceAll('##[', '# #[');
}

/** Problems of the config appear at their lines in the file. */
function annotate(run: Run): void {
  const problems = run.kind === 'broken-config' ? run.problems : 'warnings' in run ? run.warnings : [];
  for (const { severity, message, fix, line, column } of problems) {
    const place = { file: run.path, startLine: line, startColumn: column };
    (severity === 'error' ? core.error : core.warning)(`${message} ${fix}`, place);
  }
}

/** Where no check could be made, what it would say appears in the run of its own pull request. */
function annotatePull({ checks }: Run, { number }: EventPull): void {
  const made = (operation: Operation): boolean =>
    checks?.applied.some((one) => one.operation === operation && one.outcome !== 'soft') === true;
  for (const operation of checks?.operations ?? []) {
    if (operation.kind !== 'create-check' || operation.pull !== number || made(operation)) continue;
    for (const { path, line, column, level, message } of operation.annotations) {
      const place = { file: path, startLine: line, startColumn: column };
      (level === 'failure' ? core.error : core.warning)(message, place);
    }
  }
}

function failureOf(run: Run): string {
  if (run.kind === 'no-config')
    return `${run.path} is not on the default branch. Add it, or give its path as the input \`config\`.`;
  if (run.kind === 'broken-config')
    return `${run.path} has ${run.problems.length} problem(s); nothing was changed.`;
  const all = [...run.applied, ...(run.checks?.applied ?? [])];
  const failed = all.filter(({ outcome }) => outcome === 'failed').length;
  const unread = (run.kind === 'off' ? run.cleanup.unread : run.plan.unknown).length;
  return `${failed} of ${failed + changes(run).length} changes failed, ${unread} facts could not be read.`;
}
