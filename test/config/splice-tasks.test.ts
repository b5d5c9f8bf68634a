// Adding tasks to a person's own file: what is written where, and what is refused.
import { changedLines } from '../../src/config/splice-diff.ts';
import { spliceTasks, tasksYaml, writtenTaskIds } from '../../src/config/splice-tasks.ts';
import type { TaskEdit } from '../../src/domain/task-edit.ts';
import { goodConfig } from './sample.ts';

const ADD: TaskEdit = {
  kind: 'add',
  id: 'send-mail',
  title: `It's "late": # {a} [b] & *c @d`,
  week: { from: 'release', offset: -2 },
};
const DROP: TaskEdit = { kind: 'remove', id: 'theme' };
const HEAD = `extends: [comms]
roles: { lead: [alice], former-lead: [dave], writer: [] }
releases: [{ version: '1.10.0', release: 2026-11-24 }]
`;
const TITLE = `'It''s "late": # {a} [b] & *c @d'`;
const BLOCK = [`- id: send-mail`, `  title: ${TITLE}`, `  week: R-2`, `- { id: theme, remove: true }`];
const FLOW = `{ id: send-mail, title: ${TITLE}, week: R-2 }, { id: theme, remove: true }`;

/** The lines that changed when both edits are made behind the head. */
function edited(tasks: string, eol = '\n'): string[] {
  const before = `${HEAD}${tasks}`.replaceAll('\n', eol);
  const spliced = spliceTasks(before, [ADD, DROP]);
  if ('problem' in spliced) return [`! ${spliced.problem.code}`];
  const ids = goodConfig(spliced.text).config.schedule.tasks.map(({ id }) => id);
  expect(ids.at(-1)).toBe('send-mail');
  expect(ids).not.toContain('theme');
  return changedLines(before, spliced.text).map(({ sign, text }) => sign + text);
}

const block = (indent: number) => BLOCK.map((line) => `+${' '.repeat(indent)}${line}`);

test.each([
  ['below the last item', 'tasks:\n  - id: a\n    title: A\n    week: 1\n', block(2)],
  ['at the margin', 'tasks:\n- id: a\n  title: A\n  week: 1\n', block(0)],
  [
    'with the next key below',
    'tasks:\n    - id: a\n      title: A\n      week: 1\nlimits: { operations: 9 }\n',
    block(4),
  ],
  [
    'behind comments of the item',
    'tasks:\n  - id: a\n    title: A\n    week: 1 # b\n    # c\n\n# d\n',
    block(2),
  ],
  [
    'below a text of several lines',
    'tasks:\n  - id: a\n    title: A\n    week: 1\n    notes: >-\n      b\n      c\n',
    block(2),
  ],
  ['a key without a value', 'tasks: # none yet\nlimits: { operations: 9 }\n', block(2)],
  ['no such key', '# the end\n', ['+tasks:', ...block(2)]],
])('as a block, %s', (_, tasks, lines) => {
  expect(edited(tasks)).toEqual(lines);
  expect(edited(tasks, '\r\n')).toEqual(lines);
});

test('a file whose last line has no end keeps it so', () => {
  const spliced = spliceTasks(`${HEAD}tasks:\n  - { id: theme, week: 1 }`, [ADD]);
  expect(spliced).toEqual({
    text: `${HEAD}tasks:\n  - { id: theme, week: 1 }\n  - { id: send-mail, title: ${TITLE}, week: R-2 }`,
  });
});

test.each([
  [
    'items in braces',
    'tasks:\n  - { id: a, title: A, week: 1 }\n',
    FLOW.split(/, (?=\{ id: theme)/).map((item) => `+  - ${item}`),
  ],
  [
    'in brackets',
    'tasks: [{ id: a, title: A, week: 1 }] # b\n',
    ['-tasks: [{ id: a, title: A, week: 1 }] # b', `+tasks: [{ id: a, title: A, week: 1 }, ${FLOW}] # b`],
  ],
  ['an empty list', 'tasks: [] # none\n', ['-tasks: [] # none', `+tasks: [${FLOW}] # none`]],
])('in the style of %s', (_, tasks, lines) => {
  expect(edited(tasks)).toEqual(lines);
});

test.each([
  ['an anchor that is used elsewhere', 'tasks: &t\n  - id: a\n    title: A\n    week: 1\nholidays: *t\n'],
  ['an alias', 'tasks: *t\n'],
  [
    'a text that keeps its empty lines',
    'tasks:\n  - id: a\n    title: A\n    week: 1\n    notes: |+\n      b\n\n\n',
  ],
])('%s is refused', (_, tasks) => {
  expect(edited(tasks)[0]).toMatch(/^! /);
});

test('what to write by hand is a list of tasks, and the ids of the file are told', () => {
  const text = `${HEAD}${tasksYaml([ADD, DROP])}\n`;
  expect(goodConfig(text).config.schedule.tasks.at(-1)).toMatchObject({ id: 'send-mail', title: ADD.title });
  expect(writtenTaskIds(text)).toEqual(['send-mail', 'theme']);
  expect(writtenTaskIds(': not yaml [')).toEqual([]);
});

test('nothing to change changes nothing', () => {
  expect(spliceTasks(HEAD, [])).toEqual({ text: HEAD });
});
