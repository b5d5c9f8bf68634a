// What a check says of a config: dates that move, what a merge would cause, and its words.
import { changedDates } from '../../src/config-check/dates.ts';
import { effectsOf } from '../../src/config-check/effects.ts';
import { type Reading, judge } from '../../src/config-check/judge.ts';
import { renderCheck } from '../../src/config-check/render.ts';
import { day } from '../../src/domain/day.ts';
import type { Observation, OwnIssue } from '../../src/domain/observed.ts';
import type { CreateIssue, Operation } from '../../src/domain/operation.ts';
import { allUnknown } from '../../src/github/observe.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { smallConfig } from '../support/small-cycle.ts';
import { read } from '../support/world.ts';

const TODAY = day('2020-01-08');
const PATH = '.github/relcomms.yml';
const BY = { duty: 'tracking-issue', why: 'it is time' };

function good(text: string): Extract<Reading, { kind: 'good' }> {
  return { kind: 'good', ...read(text) };
}

const BASE = smallConfig();

test('the same config moves nothing', () => {
  const { releases } = read(BASE);
  expect(changedDates(releases, read(BASE).releases)).toEqual([]);
});

test('milestones and tasks that move, come and fall away are told with both days', () => {
  const head = BASE.replace('release: 2020-01-28', 'release: 2020-01-30')
    .replace('code-freeze: {', 'rc1: 2020-01-23, thaw: {')
    .replace('id: notes', 'id: words');
  const [change, ...more] = changedDates(read(BASE).releases, read(head).releases);
  expect(more).toEqual([]);
  expect(change).toMatchObject({
    kind: 'changed',
    version: 'v2.0.0',
    milestones: [
      { title: 'Code freeze', to: '2020-01-21' },
      { title: 'Code freeze', from: '2020-01-21' },
      { to: '2020-01-23' },
      { title: 'Release day', from: '2020-01-28', to: '2020-01-30' },
    ],
    tasks: [
      { title: 'Write the notes', to: '2020-01-17' },
      { title: 'Write the notes', from: '2020-01-17' },
      { title: 'Publish the post', from: '2020-01-28', to: '2020-01-30' },
    ],
  });
});

test('a release that comes and one that goes are told as such', () => {
  const head = read(BASE.replace('v2.0.0', 'v3.0.0')).releases;
  expect(changedDates(read(BASE).releases, head).map(({ kind }) => kind)).toEqual(['new', 'gone']);
});

function seen(body: string): Observation {
  const issue = { key: 'v2.0.0/tracking-issue', number: 1, body } as OwnIssue;
  return { ...allUnknown('not asked'), ownIssues: { known: true, value: [issue] } };
}

function document(text: string) {
  return { key: 'k', parts: [{ kind: 'block' as const, name: 'people', text }] };
}

test('what both configs would do is caused by neither; whys do not count', () => {
  const label: Operation = { kind: 'create-label', name: 'release', color: '0e8a16', description: '', ...BY };
  const other: Operation = { ...label, name: 'week/1' };
  const effects = effectsOf({
    before: [{ ...label, why: 'another why' }],
    after: [label, other],
    observation: seen(''),
  });
  expect(effects.labels).toEqual(['week/1']);
});

test('a new issue tells whom it mentions and assigns; a rewritten one only whom it did not name before', () => {
  const create: CreateIssue = {
    kind: 'create-issue',
    key: 'new',
    title: 'T',
    body: document('@alice'),
    labels: [],
  };
  const { people } = effectsOf({
    before: [],
    after: [
      { ...create, ...BY },
      { kind: 'add-assignee', issue: { key: 'new' }, login: 'bob', entry: 'e', ...BY },
      {
        kind: 'write-body',
        issue: { number: 1 },
        body: document('@carol @dave `@erin` @&#8203;frank'),
        ...BY,
      },
    ],
    observation: seen('lead @carol'),
  });
  expect(people).toEqual([
    { login: 'alice', assigned: [], mentioned: ['T'] },
    { login: 'bob', assigned: ['T'], mentioned: [] },
    { login: 'dave', assigned: [], mentioned: ['#1'] },
  ]);
});

function proposal(head: Reading, base: Reading = good(BASE)) {
  const comparison = { before: [], after: [], observation: seen('') };
  return { head, base, comparison, merged: ['timezone: UTC'], today: TODAY };
}

test('a fact that could not be read is told, not taken for nothing', () => {
  const unread = { ...proposal(good(BASE)), comparison: { why: 'not asked' } };
  const check = renderCheck(judge(unread), PATH);
  expect(check.conclusion).toBe('success');
  expect(check.summary).toContain('The effects on issues are unknown: not asked.');
});

test('warnings alone are a success with marks at their lines', () => {
  const warning = {
    code: 'late',
    severity: 'warning' as const,
    path: [],
    line: 4,
    column: 2,
    message: 'It is @late.',
    fix: 'Be early.',
  };
  const check = renderCheck(judge(proposal({ ...good(BASE), warnings: [warning] })), PATH);
  expect([check.conclusion, check.title]).toEqual(['success', '1 warning']);
  expect(check.annotations).toEqual([
    { path: PATH, line: 4, column: 2, level: 'warning', message: 'It is @late. Be early.' },
  ]);
  expect(check.summary).not.toContain('@late');
});

test('the largest config still fits into what GitHub takes, with fences that hold', () => {
  const tasks = Array.from({ length: 600 }, (_, index) => ({
    id: `t${index}`,
    title: `ⅠⅡⅢ ${'ü'.repeat(20)}`,
  }));
  const head = good(smallConfig({ more: tasks }));
  const merged = Array.from({ length: 3000 }, () => `x: 'üüüüüüüüüüüüüüüüüüüü \`\`\`\` '`);
  const { text, summary } = renderCheck(judge({ ...proposal(head), merged }), PATH);
  for (const part of [text, summary]) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(65_535);
  expect(text).toContain('\n`````yaml\n');
  expect(text).toMatch(/# …and \d+ more lines\n`````\n/);
  expect(text).toMatch(/\| and \d+ more \|/);
  expect(text.match(/<details>/g)).toHaveLength(2);
  expect(text.match(/<\/details>/g)).toHaveLength(2);
});

test('a crowd of releases is refused before any of them is laid out', () => {
  const releases = Array.from(
    { length: 400 },
    (_, index) => `- {version: '1.${index}', release: 2026-11-24}`,
  );
  const found = prepare(`extends: kubernetes-comms\nreleases:\n${releases.join('\n')}\n`);
  expect(found).toMatchObject({ problems: [{ code: 'too-many-releases', line: 2 }] });
});
