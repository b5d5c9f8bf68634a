// Weeks of CI on the embedded GitHub: workflows leave JUnit XML, App and Action read it, and everything they do to case files is noted.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReports } from '../../src/action/read-reports.ts';
import { testSubject } from '../../src/duties/failing-tests/judge/subject.ts';
import type { Instant } from '../../src/domain/day.ts';
import type { TestOutcome } from '../../src/domain/test-results.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  type GitHubSeed,
  type JobWord,
  zipFiles,
} from '../../packages/embedded-github/src/index.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { readHiddenData } from '../../src/memory/hidden-data.ts';
import { deliver, newestDelivery } from './deliver.ts';
import { expectNoViolations, startTestGitHub } from './github.ts';
import { junitXml } from './junit-xml.ts';
import { clientOf, instant, quiet, startTestApp, writesSince } from './runs.ts';
import { repository } from './tracking.ts';

/** A workflow: each job runs as many tests, `SUITE/JOB NUMBER`, and belongs to one suite. */
export interface WalkedWorkflow {
  readonly name: string;
  readonly jobs: Readonly<Record<string, string>>;
  readonly tests: number;
  /** How its results come: as artifacts, always or when something failed, or as files of the Action. */
  readonly leaves: 'artifact' | 'artifact-of-failures' | 'action';
}

/** Tests that fail in runs of a workflow from one moment on, until another; moments as `01-14 09:00`. */
export interface Break {
  readonly workflow: string;
  readonly tests: readonly string[];
  readonly from: string;
  readonly to: string;
}

interface RunEvent {
  readonly at: string;
  /** Name of the workflow. */
  readonly run: string;
  /** On a commit of its own; else on the newest that is there. */
  readonly commit?: boolean;
}

interface SayEvent {
  readonly at: string;
  readonly says: string;
  readonly who: string;
  /** Number of the issue. */
  readonly on: number;
}

export type WalkEvent = RunEvent | SayEvent;

export interface CiScript {
  readonly seed: GitHubSeed;
  readonly branch: string;
  readonly year: number;
  readonly workflows: readonly WalkedWorkflow[];
  readonly breaks: readonly Break[];
  readonly renames?: readonly { readonly at: string; readonly from: string; readonly to: string }[];
  readonly events: readonly WalkEvent[];
}

export interface CiWalk {
  /** What happened to case files, in order: `01-14 15:00 #4 opened: api`. */
  readonly story: readonly string[];
  /** Mentions, by name; being assigned counts, too. */
  readonly mails: ReadonlyMap<string, number>;
  readonly runs: number;
  readonly tests: number;
  readonly requests: number;
  /** Of the App alone. */
  readonly downloads: number;
  readonly artifacts: number;
  /** Of the run after the last event. */
  readonly idle: { readonly requests: number; readonly writes: readonly string[] };
  readonly bodies: ReadonlyMap<number, string>;
}

/** Plays it with an App that hears of everything; workflows that leave nothing end in a step of the Action. */
export async function walkCi(script: CiScript): Promise<CiWalk> {
  let now = timeOf(script, script.events[0]?.at ?? '');
  const github = await startTestGitHub({ seed: script.seed, now: () => now });
  const app = await startTestApp(github, () => now);
  const folder = mkdtempSync(join(tmpdir(), 'relcomms-ci-'));
  try {
    const notes = startNotes(script);
    const counts = { runs: 0, artifacts: 0 };
    for (const event of script.events) {
      now = timeOf(script, event.at);
      // oxlint-disable no-await-in-loop -- time passes step by step
      if ('says' in event) await github.as(event.who).comment(event.on, event.says);
      else {
        counts.runs += 1;
        counts.artifacts += await runWorkflow(github, app, script, event, { now, folder });
      }
      await quiet(github, app);
      // oxlint-enable no-await-in-loop
      notes.look(github, event.at);
    }
    const sent = github.journal.filter(({ byHand }) => !byHand);
    const before = github.journal.length;
    await deliver(github, app, newestDelivery(github, 'check_suite'), 'once-more');
    await quiet(github, app);
    expectNoViolations(github);
    return {
      story: notes.story,
      mails: notes.mails,
      tests: script.workflows.reduce((sum, one) => sum + Object.keys(one.jobs).length * one.tests, 0),
      ...counts,
      requests: sent.length,
      downloads: sent.filter(({ path, actor }) => path.endsWith('/zip') && actor !== ACTIONS_BOT).length,
      idle: {
        requests: github.journal.slice(before).filter(({ byHand }) => !byHand).length,
        writes: writesSince(github, before),
      },
      bodies: new Map(repository(github).issues.map(({ number, body }) => [number, body])),
    };
  } finally {
    await app.close();
    await github.close();
    rmSync(folder, { recursive: true });
  }
}

function timeOf({ year }: CiScript, at: string): Instant {
  return instant(`${year}-${at.replace(' ', 'T')}:00Z`);
}

interface Moment {
  readonly now: Instant;
  readonly folder: string;
}

/** How many artifacts it left. */
async function runWorkflow(
  github: EmbeddedGitHub,
  app: RunningApp,
  script: CiScript,
  { at, run: name, commit = false }: RunEvent,
  moment: Moment,
): Promise<number> {
  const workflow = script.workflows.find((one) => one.name === name);
  if (workflow === undefined) throw new Error(`no workflow ${name}`);
  const { branch } = script;
  if (commit)
    await github.as('frank').putFile(`changes/${at.replaceAll(/\W/g, '-')}.md`, at, `Change ${at}`, branch);
  const jobs = Object.keys(workflow.jobs).map((job) => ({
    job,
    tests: outcomesOf(script, workflow, job, at),
  }));
  const failed = jobs.filter(({ tests }) => tests.some(({ result }) => result === 'failed'));
  const words = Object.fromEntries(
    jobs.map((one): [string, JobWord] => [one.job, failed.includes(one) ? 'failure' : 'success']),
  );
  if (workflow.leaves === 'action') {
    await runWithAction(
      github,
      app,
      script,
      workflow,
      { words, tests: jobs.flatMap(({ tests }) => tests) },
      moment,
    );
    return 0;
  }
  const leaves = workflow.leaves === 'artifact' || failed.length > 0;
  const files = Object.fromEntries(jobs.map(({ job, tests }) => [`${job}.xml`, junitXml(tests)]));
  const artifacts = leaves ? { [`junit-${name.toLowerCase()}`]: zipFiles(files) } : {};
  await github.runJobs({ branch, workflow: name, jobs: words, artifacts });
  return leaves ? 1 : 0;
}

/** The last job reads the files with the Action, in the words of the runner's environment. */
async function runWithAction(
  github: EmbeddedGitHub,
  app: RunningApp,
  { branch }: CiScript,
  { name }: WalkedWorkflow,
  { words, tests }: { readonly words: Record<string, JobWord>; readonly tests: readonly TestOutcome[] },
  { now, folder }: Moment,
): Promise<void> {
  const run = await github.runJobs({ branch, workflow: name, jobs: { ...words, relcomms: 'in_progress' } });
  await quiet(github, app);
  const answer = await github.as('alice').request('GET', `/repos/acme/demo/git/ref/heads/${branch}`);
  writeFileSync(join(folder, 'results.xml'), junitXml(tests));
  const { reports } = await readReports(
    ['*.xml'],
    {
      GITHUB_WORKSPACE: folder,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_REF_NAME: branch,
      GITHUB_SHA: (answer.json as { object: { sha: string } }).object.sha,
      GITHUB_RUN_ID: String(run),
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW: name,
    },
    now,
  );
  await reconcile({ github: clientOf(github), now, reports });
  await github.runJobs({ branch, run, jobs: { relcomms: 'success' } });
}

function outcomesOf(
  { breaks, renames = [] }: CiScript,
  { name: workflow, jobs, tests }: WalkedWorkflow,
  job: string,
  at: string,
): TestOutcome[] {
  const suite = jobs[job] ?? '';
  return Array.from({ length: tests }, (_, index): TestOutcome => {
    const plain = `${job} ${index + 1}`;
    const renamed = renames.find((one) => one.from === `${suite}/${plain}` && one.at <= at);
    const name = renamed === undefined ? plain : renamed.to.slice(suite.length + 1);
    const isBroken = breaks.some(
      (one) =>
        one.workflow === workflow &&
        one.from <= at &&
        at < one.to &&
        [`${suite}/${plain}`, `${suite}/${name}`].some((full) => one.tests.includes(full)),
    );
    return isBroken
      ? { suite, name, result: 'failed', message: `expected 1 to be ${index}` }
      : { suite, name, result: 'passed' };
  });
}

/** Notes what happens to case files and who is told of it, from what stands in the issues. */
function startNotes({ workflows, renames = [] }: CiScript) {
  const names = new Map(
    workflows
      .flatMap(({ jobs, tests }) =>
        Object.entries(jobs).flatMap(([job, suite]) =>
          Array.from({ length: tests }, (_, index) => ({ suite, name: `${job} ${index + 1}` })),
        ),
      )
      .concat(
        renames.map(({ to }) => ({ suite: to.split('/')[0] ?? '', name: to.split('/').slice(1).join('/') })),
      )
      .map((one) => [testSubject({ ...one, result: 'passed' }).id, `${one.suite}/${one.name}`]),
  );
  const story: string[] = [];
  const mails = new Map<string, number>();
  const known = new Map<
    number,
    {
      state: string;
      tests: readonly string[];
      comments: number;
      assignees: readonly string[];
    }
  >();
  const mail = (people: readonly string[]): void => {
    for (const person of people) mails.set(person, (mails.get(person) ?? 0) + 1);
  };
  return {
    story,
    mails,
    look(github: EmbeddedGitHub, at: string): void {
      for (const issue of repository(github).issues) {
        if (!issue.labels.includes('failing-test')) continue;
        const { number, state, title, body, assignees } = issue;
        const data = readHiddenData(body, 'case') as { tests?: string } | undefined;
        const tests = (data?.tests ?? '').split(' ').map((id) => names.get(id) ?? id);
        const before = known.get(number);
        const say = (what: string): unknown => story.push(`${at} #${number} ${what}`);
        if (before === undefined) {
          say(`opened, ${title.split(': ')[1]?.split(', since')[0]}: ${listed(tests)}`);
          mail(mentionsIn(body));
        } else {
          const joined = tests.filter((test) => !before.tests.includes(test));
          if (joined.length > 0) say(`joined: ${listed(joined)}`);
        }
        const assigned = assignees.filter((login) => before?.assignees.includes(login) !== true);
        if (assigned.length > 0) say(`assigned to ${assigned.join(', ')}`);
        mail(assigned);
        const ours = issue.comments.filter(({ author }) => author.endsWith('[bot]'));
        for (const { body: text } of ours.slice(before?.comments ?? 0)) {
          say(`said: ${firstWords(text)}`);
          mail(mentionsIn(text));
        }
        if (before !== undefined && before.state !== state) say(state === 'open' ? 'reopened' : 'closed');
        known.set(number, { state, tests, comments: ours.length, assignees });
      }
    },
  };
}

/** Its first sentence, without the hashes of commits. */
function firstWords(comment: string): string {
  const text = comment.split('\n').slice(1).join(' ').trim();
  return (text.split('. ')[0] ?? '').replace(/\.$/, '').replaceAll(/`[0-9a-f]{7}`/g, 'a commit');
}

function listed(tests: readonly string[]): string {
  return tests.length > 3 ? `${tests.length} tests` : tests.join(', ');
}
