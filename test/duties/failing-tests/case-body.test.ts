// The body of a failing-test issue: its first line is the next step, and it leads to where there is something to see.
import { hour, job, report, sha } from './judge/branch.ts';
import { EMPTY, type Setting, type World, issueOf, says, step } from './world.ts';

const RUNS = 'https://github.com/acme/demo/actions/runs';
const WEB: World = {
  ...EMPTY,
  issues: EMPTY.issues.map((issue) => ({ ...issue, url: 'https://github.com/acme/demo/issues/1' })),
};
const seen = (number: number, letters: string) =>
  report(number, { lists: letters }, { url: `${RUNS}/${number}`, artifacts: `/artifacts/7${number}` });
const RED = [seen(1, 'p'), seen(2, 'f'), seen(3, 'f')];

function bodyOf(world: World): string {
  return issueOf(world, 2).body;
}

function commit(number: number): string {
  return `[\`${sha(number).slice(0, 7)}\`](<https://github.com/acme/demo/commit/${sha(number)}>)`;
}

/** Without our markers. */
function firstLine(world: World): string | undefined {
  return bodyOf(world)
    .split('\n')
    .find((line) => line.startsWith('**'));
}

function after(world: World, ...settings: readonly Setting[]): World {
  return settings.reduce((before, setting) => step(before, setting).after, world);
}

const opened = after(WEB, { tests: { reports: RED } });

test('the first line says whose the next step is, and which', () => {
  expect(firstLine(opened)).toBe(
    '**Next step for api:** comment with the day of the fix, `/release eta DAY`, or pass this on, `/release not-ours TEAM`.',
  );
  const told = after(says(opened, 'bob', '/release eta 2026-10-14'), { tests: { reports: RED } });
  expect(firstLine(told)).toBe('**Next step for api:** fix this by Wed 14 Oct 2026.');
  const late = after(told, { now: hour(24 * 3 + 10), tests: { reports: RED } });
  expect(firstLine(late)).toBe(
    '**Next step for api:** the expected fix date (Wed 14 Oct 2026) has passed: comment with a new one, `/release eta DAY`.',
  );
  const green = after(opened, { tests: { reports: [...RED, seen(4, 'p')] } });
  expect(firstLine(green)).toBe('**Nothing to do now:** wait for the next run of the tests.');
});

test('nobody owns it: the release leads find the team, with nobody pinged', () => {
  const world = after(WEB, { tests: { reports: RED }, teams: {} });
  expect(firstLine(world)).toBe(
    '**Next step for the release leads:** find the team that owns these tests, and comment `/release not-ours TEAM`.',
  );
});

test('it leads to the log of the job, the report, the commits, and what changed between them', () => {
  const log = `${RUNS}/3/job/33`;
  const jobs = [job(3, 'failed', { url: log }), job(3, 'passed', { job: 'lint', url: `${RUNS}/3/job/34` })];
  const body = bodyOf(after(WEB, { tests: { reports: RED, jobs } }));
  expect(body).toContain(`- **Last passing commit:** ${commit(1)}, Mon 12 Oct 2026`);
  expect(body).toContain(`- **First failing commit:** ${commit(2)}, Mon 12 Oct 2026`);
  expect(body).toContain(
    `- **Changes since then:** #102 Change 2 ([compare](<https://github.com/acme/demo/compare/${sha(1)}...${sha(2)}>))`,
  );
  expect(body).toContain('| Test | Failing since | Failed on `release-1.14` | Look at |');
  expect(body).toContain(`| 2 of its last 3 runs | [log](<${log}>), [report](<${RUNS}/3/artifacts/73>) |`);
  // The next run, which sees no report, says the same.
  const later = step(after(WEB, { tests: { reports: RED, jobs } }), { tests: { jobs } });
  expect(bodyOf(later.after)).toBe(body);
});

test('what is not known is not said: no log of several, no report of files, no address of a repository', () => {
  const jobs = [
    job(3, 'failed', { url: `${RUNS}/3/job/33` }),
    job(3, 'failed', { job: 'other', url: 'https://x.example' }),
  ];
  const files = RED.map((one) => ({ ...one, artifacts: undefined }));
  const body = bodyOf(after(EMPTY, { tests: { reports: files, jobs } }));
  expect(body).toContain(`| 2 of its last 3 runs | [run](<${RUNS}/3>) |`);
  expect(body).toContain('- **Last passing commit:** `0000001`, Mon 12 Oct 2026');
  expect(body).not.toContain('compare');
});

test.each(['" x', '#artifacts](<https://evil.example', '/artifacts/1/../2', '/artifacts/x'])(
  'a record that somebody changed leads nowhere else: %j',
  (artifacts) => {
    const reports = RED.map((one) => ({ ...one, artifacts }));
    const world = after(WEB, { tests: { reports } }, { tests: {} });
    expect(bodyOf(world)).not.toContain('[report]');
  },
);
