// Scenario: the record of tests is found wherever it stands, merged when two runs write it, and begun anew when it is gone.
import { apply } from '../../src/github/apply/apply.ts';
import { observe } from '../../src/github/observe.ts';
import { diff } from '../../src/plan/diff.ts';
import type { Observation, RecordRows } from '../../src/domain/observed.ts';
import { readRecord, recordKey, renderRecord } from '../../src/memory/record.ts';
import { ACTIONS_BOT, type EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { type Instant, day } from '../../src/domain/day.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf, instant, runAction, writesSince } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { issue } from '../support/tracking.ts';

const KEY = 'v2.0.0/tracking-issue';

const SETTING = { accounts: [ACTIONS_BOT], since: day('2019-01-01'), now: 0 as Instant };

const QUESTIONS = { ownIssues: { keys: [KEY], records: [recordKey(KEY, 'tests')] } };

async function started(): Promise<EmbeddedGitHub> {
  const github = await startTestGitHub({ seed: smallSeed() });
  await runAction(github, instant('2020-01-07T12:00:00Z'));
  return github;
}

function see(github: EmbeddedGitHub): Promise<Observation> {
  return observe(clientOf(github), QUESTIONS, SETTING);
}

/** What a run that saw this writes when it wants these rows. */
async function write(github: EmbeddedGitHub, observation: Observation, rows: RecordRows) {
  const desired = {
    kind: 'record',
    issue: KEY,
    name: 'tests',
    title: 'Record',
    about: 'Kept.',
    rows,
    why: 'x',
  } as const;
  const operations = diff([{ duty: 'failing-tests', desired }], observation, 0 as Instant);
  return await apply(clientOf(github), operations, { setting: SETTING, observation });
}

function comments(github: EmbeddedGitHub) {
  return issue(github, 1).comments.filter(({ body }) => body.includes('/record/tests -->'));
}

function records(github: EmbeddedGitHub): RecordRows[] {
  return comments(github).map(({ body }) => readRecord(body));
}

async function ended(github: EmbeddedGitHub): Promise<void> {
  expectNoViolations(github);
  await github.close();
}

test('made once, edited in place, left alone when it says the same', async () => {
  const github = await started();
  await write(github, await see(github), { a: 1 });
  await write(github, await see(github), { a: 1, b: [2] });
  const before = github.journal.length;
  await write(github, await see(github), { b: [2], a: 1 });
  expect(writesSince(github, before)).toEqual([]);
  expect(records(github)).toEqual([{ a: 1, b: [2] }]);
  await ended(github);
});

test('two runs that write at once lose nothing', async () => {
  const github = await started();
  const nothing = await see(github);
  await write(github, nothing, { a: 1 });
  await write(github, nothing, { b: 1 });
  expect(records(github)).toEqual([{ a: 1, b: 1 }]);
  const both = await see(github);
  await write(github, both, { a: 2, b: 1 });
  await write(github, both, { a: 1, c: 1 });
  expect(records(github)).toEqual([{ a: 2, c: 1 }]);
  await ended(github);
});

test('one that was begun twice is brought together in the older comment, and then nothing is written', async () => {
  const github = await started();
  await write(github, await see(github), { a: 1, b: 1 });
  const [older] = comments(github);
  const key = recordKey(KEY, 'tests');
  const younger = renderRecord(key, { title: 'Record', about: 'Kept.', rows: { b: 2, c: 2 } });
  const place = { owner: 'acme', repo: 'demo', issue_number: 1, body: younger };
  await clientOf(github).request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', place);
  const seen = await see(github);
  const rows = { a: 1, b: 1, c: 2 };
  expect(seen.ownIssues.known && seen.ownIssues.value[0]?.records?.[0]?.rows).toEqual(rows);
  const applied = await write(github, seen, { ...rows, d: 3 });
  expect(applied.map(({ operation, outcome }) => [operation.kind, outcome])).toEqual([
    ['fold-record', 'done'],
    ['write-record', 'done'],
  ]);
  expect(comments(github).map(({ id }) => id)).toEqual([older?.id]);
  expect(records(github)).toEqual([{ ...rows, d: 3 }]);
  const folded = issue(github, 1).comments.find(({ body }) => body.includes('This record was begun twice'));
  expect(folded?.minimized).toBe('duplicate');
  expect(folded?.body).toContain(`(#issuecomment-${older?.id})`);
  const before = github.journal.length;
  await write(github, await see(github), { ...rows, d: 3 });
  expect(writesSince(github, before)).toEqual([]);
  await ended(github);
});

test('found among many comments, and begun anew when somebody deletes it', async () => {
  const github = await started();
  const talk = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index++)
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as people write
      await github.as('alice').comment(1, `Comment ${index}`);
  };
  await talk(6);
  await write(github, await see(github), { a: 1 });
  await talk(51);
  const before = github.journal.length;
  const seen = await see(github);
  expect(github.journal.length - before).toBe(2);
  expect(seen.ownIssues.known && seen.ownIssues.value[0]?.records?.[0]?.rows).toEqual({ a: 1 });
  const comment = issue(github, 1).comments.find(({ body }) => body.includes('/record/tests -->'));
  await github.as('alice').request('DELETE', `/repos/acme/demo/issues/comments/${comment?.id}`);
  const [late] = await write(github, seen, { a: 2 });
  expect(late).toMatchObject({ outcome: 'not-tried' });
  await write(github, await see(github), { a: 2 });
  expect(records(github)).toEqual([{ a: 2 }]);
  await ended(github);
});

test('what a stranger writes is no record', async () => {
  const github = await started();
  await github
    .as('bob')
    .comment(1, `<!-- relcomms:v1 ${recordKey(KEY, 'tests')} -->\n<!-- relcomms:record {"a":1} -->`);
  const seen = await see(github);
  expect(seen.ownIssues.known && seen.ownIssues.value[0]?.records).toBeUndefined();
  await ended(github);
});
