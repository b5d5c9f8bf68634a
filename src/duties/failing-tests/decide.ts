// Decides for one branch of a release: what is remembered, which case files there are, and what the tracking issue says.
import { fitRecord } from './history/fit-record.ts';
import type { Verdict } from './judge/judge.ts';
import { matchesAny } from './judge/matches-any.ts';
import { fromRows, toRows } from './history/record-rows.ts';
import { jobSubject } from './judge/subject.ts';
import { takeGreenRuns } from './history/take-green-runs.ts';
import { takeReports } from './history/take-reports.ts';
import type { TestRecord } from './history/test-record.ts';
import { verdictsOf } from './judge/verdicts.ts';
import type { Refusal } from '../../domain/command-comment.ts';
import type { Desired, DesiredRecord } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Standing } from '../../domain/standing.ts';
import type { BranchTests } from '../../domain/test-results.ts';
import { recordKey, renderRecord } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { caseFilesOf } from './case/case-file.ts';
import { readMemory } from './case/case-memory.ts';
import type { FailingTestsConfig } from './config.ts';
import type { FailingTestsInput } from './input.ts';
import { casePrefix, recordName } from './case/keys.ts';
import { threatened } from './judge/milestone.ts';
import { isTold } from './case/outage.ts';
import { ownerFinder } from './judge/owner.ts';
import { renderSection } from './say/render-section.ts';
import { render } from './say/render.ts';
import { standingOf } from './say/standing.ts';
import { wishesFor } from './say/wishes.ts';
import type { Watched } from './watched.ts';

/** A record is kept this short, so that two runs that write at once still fit into one comment. */
const RECORD_ROOM = 50_000;

/** Rows of one outage beyond are not looked at: a branch on which everything fails has one cause. */
const MOST_RED = 1000;

export interface Decision {
  readonly desired: readonly Desired[];
  /** Markdown of the section in the tracking issue; empty when there is nothing to say. */
  readonly section: string;
  readonly standing: readonly Standing[];
  /** Comments with commands that were refused. */
  readonly refusals?: readonly Refusal[] | undefined;
}

export function decide(
  release: Watched,
  branch: BranchTests,
  tracking: OwnIssue,
  input: FailingTestsInput,
): Decision {
  const record = recordOf(release, branch, tracking, input);
  const verdicts = verdictsOf(record, branch, (job) => looksAt(job, input.config)).slice(0, MOST_RED);
  const byId = new Map(verdicts.map((verdict) => [verdict.subject.id, verdict]));
  const known = withGoneJobs(byId, branch, release, input);
  const files = caseFilesOf(known, { release, branch, tracking, input });
  const wishes = files.map((file) =>
    wishesFor(file, {
      release,
      tracking,
      input,
      isQuiet: (login) => input.isQuiet(login, release.version),
    }),
  );
  const fine = verdicts.filter((verdict) => !isTold(verdict, input.config.grace));
  const flaky = fine.filter(({ flaky: kind }) => kind !== undefined);
  const fresh = fine.filter(({ state, flaky: kind }) => state === 'red' && kind === undefined);
  const finder = ownerFinder(release, input);
  const shown = wishes.map(({ file }) => file);
  return {
    desired: [...wishes.flatMap(({ desired }) => desired), ...recordWish(release, record)],
    section: renderSection({ files: shown, flaky, fresh, unread: branch.unread }, release),
    standing: standingOf(
      release,
      shown,
      flaky.map((verdict) => ({ verdict, owner: finder(verdict.subject) })),
      threatened(release, input.now),
      input,
    ),
    refusals: files.flatMap(({ refusals }) => refusals),
  };
}

function recordOf(
  release: Watched,
  branch: BranchTests,
  tracking: OwnIssue,
  input: FailingTestsInput,
): TestRecord {
  const before = tracking.records?.find(({ name }) => name === recordName(release));
  const watched = watchedTests(release, input.observed.ownIssues);
  const taken = takeReports(fromRows(before?.rows ?? {}), branch.reports, watched);
  const whole = takeGreenRuns(taken, branch, watched);
  return fitRecord(whole, RECORD_ROOM, (one) => textOf(release, one).length);
}

/** Tests of open case files count even when no remembered run has them red. */
function watchedTests(release: Watched, issues: readonly OwnIssue[]): ReadonlySet<string> {
  const open = issues.filter(({ key, state }) => state === 'open' && key.startsWith(casePrefix(release)));
  return new Set(open.flatMap((issue) => readMemory(issue).tests));
}

function recordWish(release: Watched, record: TestRecord): DesiredRecord[] {
  if (record.runs.length === 0) return [];
  const issue = trackingKey(release);
  return [
    { kind: 'record', issue, name: recordName(release), ...words(record, release), why: render.whyRecord() },
  ];
}

function words(record: TestRecord, { line }: Watched) {
  return { title: render.recordTitle(line), about: render.recordAbout(record), rows: toRows(record) };
}

function textOf(release: Watched, record: TestRecord): string {
  return renderRecord(recordKey(trackingKey(release), recordName(release)), words(record, release));
}

function looksAt(job: string, { jobs, ignoreJobs }: FailingTestsConfig): boolean {
  return (jobs === undefined || matchesAny(jobs, job)) && !matchesAny(ignoreJobs, job);
}

/** A job that no commit has any more, or that the config leaves out by now, can't turn green. */
function withGoneJobs(
  verdicts: ReadonlyMap<string, Verdict>,
  branch: BranchTests,
  release: Watched,
  { observed }: FailingTestsInput,
): ReadonlyMap<string, Verdict> {
  if (branch.unread.length > 0 || branch.jobs.length === 0) return verdicts;
  const files = observed.ownIssues.filter(({ key }) => key.startsWith(casePrefix(release)));
  const missing = files
    .flatMap((issue) => readMemory(issue).tests)
    .filter((id) => id.startsWith('j') && !verdicts.has(id));
  const gone = missing.map((id): [string, Verdict] => [
    id,
    { subject: { ...jobSubject(''), id }, state: 'gone', redRuns: 0, greenRuns: 0, failed: 0, of: 0 },
  ]);
  return new Map([...verdicts, ...gone]);
}
