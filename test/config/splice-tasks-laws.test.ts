// What holds for every addition of tasks to every good file, whatever its layout.
import * as fc from 'fast-check';
import { loadConfig } from '../../src/config/load-config.ts';
import { changedLines } from '../../src/config/splice-diff.ts';
import { spliceTasks } from '../../src/config/splice-tasks.ts';
import type { TaskEdit } from '../../src/domain/task-edit.ts';
import { addedLines } from '../../src/body/added-lines.ts';
import { goodConfig, options } from './sample.ts';
import { rounds } from '../support/long.ts';

const comment = fc.constantFrom('', '', ' # x', " # it's: { not } *y", '   #');
const keys = fc.constantFrom(
  ['week: 1'],
  ['week: R-1', 'role: lead'],
  ['due: release - 1 week', 'labels: [a, b]'],
  ['week: 2', 'notes: >-\n        two\n        lines'],
  ['week: 2', 'notes: |\n        kept\n\n        apart'],
);

/** An item at the dash of two columns, as a block or in braces. */
const item = fc.oneof(
  fc
    .record({ keys, comment, below: fc.constantFrom('', '\n    # below', '\n\n  # between') })
    .map(
      (it) => (id: string) =>
        `  - id: ${id}${it.comment}\n    title: Do ${id}\n    ${it.keys.join('\n    ')}${it.below}`,
    ),
  comment.map((it) => (id: string) => `  - { id: ${id}, title: "Do ${id}", week: 3 }${it}`),
  fc.constant((id: string) => `  -   id: '${id}'\n      title: Do it\n      week: 3`),
);

const list = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom('tasks:', 'tasks: []', 'tasks: ~', 'tasks: # none', "'tasks': [ ] # none"),
  fc
    .record({ items: fc.array(item, { minLength: 1, maxLength: 4 }), comment })
    .map((it) => `tasks:${it.comment}\n${it.items.map((make, index) => make(`task-${index}`)).join('\n')}`),
  fc.constantFrom(
    'tasks: [{ id: task-0, title: A, week: 1 }]',
    'tasks: [\n  { id: task-0, title: A, week: 1 }, # one\n  { id: task-1, title: "b, ]", week: 1 },\n  ] # end',
  ),
);

const file = fc.record({
  list,
  first: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
  end: fc.constantFrom('', '\n', '\n# the end\n', '\n\n'),
  mark: fc.constantFrom('', '\ufeff'),
});

const week = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((number) => ({ from: 'start' as const, number })),
  fc.integer({ min: -3, max: 1 }).map((offset) => ({ from: 'release' as const, offset })),
);

/** Titles as they come out of a checklist: whatever people write there. */
const title = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
  .map((text) => addedLines(`- [ ] x${text}`)[0]?.title ?? 'x');

const edits = fc
  .record({
    adds: fc.array(fc.record({ title, week }), { maxLength: 4 }),
    drop: fc.subarray(['theme', 'meeting', 'blog']),
  })
  .map(({ adds, drop }): TaskEdit[] => [
    ...adds.map((add, index) => ({ kind: 'add' as const, id: `new-${index}`, ...add })),
    ...drop.map((id) => ({ kind: 'remove' as const, id })),
  ]);

function textOf({
  list: tasks,
  first,
  eol,
  end,
  mark,
}: typeof file extends fc.Arbitrary<infer T> ? T : never) {
  const head = `# Head
extends: [comms] # presets
roles: { lead: [alice], former-lead: [dave], writer: [] }`;
  const releases = `releases:
  - version: '1.9.0' # before
    release: 2026-06-30
  - version: '1.10.0'
    release: 2026-11-24`;
  const parts = first ? [head, tasks, releases] : [head, releases, tasks];
  return mark + `${parts.filter((part) => part !== undefined).join('\n')}${end}`.replaceAll('\n', eol);
}

test('the config says the same but for exactly these tasks, in every layout here', () => {
  fc.assert(
    fc.property(file, edits, (given, wish) => {
      const text = textOf(given);
      const { config: before } = goodConfig(text);
      const result = spliceTasks(text, wish);
      const after = goodConfig('text' in result ? result.text : '').config;
      const gone = new Set(wish.flatMap((edit) => (edit.kind === 'remove' ? [edit.id] : [])));
      const kept = before.schedule.tasks.filter(({ id }) => !gone.has(id));
      const fresh = after.schedule.tasks.slice(kept.length);
      expect({
        ...after,
        schedule: { ...after.schedule, tasks: after.schedule.tasks.slice(0, kept.length) },
      }).toEqual({
        ...before,
        schedule: { ...before.schedule, tasks: kept },
      });
      expect(fresh.map(({ id, title: words, due }) => ({ id, words, due }))).toEqual(
        wish.flatMap((edit) =>
          edit.kind === 'add'
            ? [{ id: edit.id, words: edit.title, due: { kind: 'week', week: edit.week } }]
            : [],
        ),
      );
    }),
    { numRuns: rounds(125, 500) },
  );
});

test('lines only come; none goes, but that of a list in brackets or without a value', () => {
  fc.assert(
    fc.property(file, edits, (given, wish) => {
      const text = textOf(given);
      const result = spliceTasks(text, wish);
      const spliced = 'text' in result ? result.text : '';
      expect(spliced.replaceAll(given.eol, '')).not.toMatch(/[\r\n]/);
      const gone = changedLines(text, spliced).filter(({ sign }) => sign === '-');
      const inPlace = /^'?tasks'?: *[[~]/.test(given.list ?? '');
      expect(gone.length).toBeLessThanOrEqual(inPlace ? 1 : 0);
    }),
    { numRuns: rounds(75, 300) },
  );
});

test('any text is answered, with a text that says just that or with a problem', () => {
  const piece = fc.constantFrom(
    ...'\n;  ;- ;: ;{;};[;];,;#x;&a ;*a;|\n;>-\n;"; \';releases:;tasks:;tasks: &a;- id: x;title: y;week: 1;!!str ;? '.split(
      ';',
    ),
  );
  const cut = fc
    .record({ given: file, at: fc.nat({ max: 500 }), lost: fc.nat({ max: 6 }), piece })
    .map(({ given, at, lost, piece: added }) => {
      const text = textOf(given);
      return text.slice(0, at) + added + text.slice(at + lost);
    });
  const random = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
  const wish: TaskEdit[] = [
    { kind: 'add', id: 'new', title: "it's: {so}", week: { from: 'start', number: 2 } },
  ];
  fc.assert(
    fc.property(fc.oneof(random, cut), (text) => {
      const good = loadConfig(text, options);
      const result = spliceTasks(text, wish);
      const answered = 'problem' in result || !good.ok;
      const ids = answered ? [] : [...good.config.schedule.tasks.map(({ id }) => id), 'new'];
      expect('problem' in result ? result.problem.fix : 'none needed').not.toBe('');
      expect(answered ? [] : goodConfig(result.text).config.schedule.tasks.map(({ id }) => id)).toEqual(ids);
    }),
    { numRuns: rounds(150, 600) },
  );
});
