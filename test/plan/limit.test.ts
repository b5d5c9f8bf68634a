// What a run does first when it can't do all: the tracking issue's own affairs, then one task issue after the other.
import type { OwnIssue } from '../../src/domain/observed.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { limit } from '../../src/plan/limit.ts';

const asked = { duty: 'tracking-issue', why: 'for the test' };
const above = { key: 'v1/tracking-issue' };
const body = { parts: [] } as never;

function create(key: string): Operation {
  return { kind: 'create-issue', key, title: key, body, labels: [], ...asked };
}

function link(key: string): Operation {
  return {
    kind: 'add-sub-issue',
    parent: above,
    issue: { key },
    entry: `below:${key}`,
    insist: true,
    ...asked,
  };
}

function assign(key: string, login: string): Operation {
  return { kind: 'add-assignee', issue: { key }, login, entry: `${key}/${login}`, ...asked };
}

function close(number: number): Operation {
  return { kind: 'close-issue', number, ...asked };
}

const ledger: Operation = {
  kind: 'write-ledger',
  issue: above,
  key: above.key,
  entries: [],
  ...asked,
};

/** In the order of a diff: by kind. */
const PLAN: readonly Operation[] = [
  create(above.key),
  create('a'),
  create('b'),
  create('c'),
  link('a'),
  link('b'),
  link('c'),
  assign(above.key, 'alice'),
  assign('a', 'bob'),
  assign('b', 'bob'),
  { kind: 'pin-issue', issue: above, ...asked },
  ledger,
];

test('its own assignment, pin and log come before the task issues, and a task issue is finished before the next', () => {
  const { now, left } = limit(PLAN, { operations: 7 }, []);
  expect(now).toEqual([
    create(above.key),
    create('a'),
    link('a'),
    assign(above.key, 'alice'),
    assign('a', 'bob'),
    { kind: 'pin-issue', issue: above, ...asked },
    { ...ledger, left: ['below:b', 'below:c', 'b/bob'] },
  ]);
  expect(left).toEqual([create('b'), create('c'), link('b'), link('c'), assign('b', 'bob')]);
});

test('what was begun is finished before anything new', () => {
  const begun: Operation = {
    kind: 'add-sub-issue',
    parent: { number: 1 },
    issue: { number: 7 },
    entry: 'below:x',
    insist: true,
    ...asked,
  };
  const { now } = limit([create('a'), link('a'), begun], { operations: 1 }, []);
  expect(now).toEqual([begun]);
});

test('an issue that is below another already counts as such', () => {
  const issues = [{ number: 7, parent: 1 }, { number: 1 }] as unknown as OwnIssue[];
  expect(limit([close(7), close(1)], { operations: 1 }, issues).now).toEqual([close(1)]);
});

test('a plan that fits is left as it is', () => {
  expect(limit(PLAN, { operations: PLAN.length }, [])).toEqual({ now: PLAN, left: [] });
});

test('an answer waits for the words of an issue that carry out its command', () => {
  const write: Operation = {
    kind: 'write-body',
    issue: { number: 7 },
    body,
    answers: ['v1/command/9'],
    ...asked,
  };
  const answer: Operation = {
    kind: 'add-reaction',
    commentId: 9,
    content: '+1',
    entry: 'v1/command/9',
    ...asked,
  };
  const other: Operation = { ...answer, commentId: 8, entry: 'v1/command/8' };
  const below = { number: 7, key: 'v1/case/api/1', parent: 1 } as OwnIssue;
  const { now, left } = limit([write, ledger, answer, other], { operations: 3 }, [below]);
  expect(left).toEqual([write, answer]);
  expect(now).toEqual([{ ...ledger, left: ['v1/command/9', 'v1/command/9'] }, other]);
});
