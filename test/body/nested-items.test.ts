// Checkboxes nested below others: whatever people and the plan do, no tick is lost and none goes to another box.
import * as fc from 'fast-check';
import type { BodyDocument, ChecklistItem } from '../../src/domain/issue-body.ts';
import { findItems } from '../../src/body/body-lines.ts';
import { mergeBody } from '../../src/body/merge-body.ts';
import { renderBody } from '../../src/body/render-body.ts';
import { joinLines, splitLines } from '../../src/body/split-lines.ts';
import { setTicks, tickedIds } from '../../src/body/ticks.ts';
import { rounds } from '../support/long.ts';

/** A plan: for each week its tasks, for each task the numbers of its steps. */
type Plan = readonly (readonly (readonly [string, readonly number[]])[])[];

function documentOf(plan: Plan, word = ''): BodyDocument {
  const groups = plan.map((tasks, week) => ({
    id: `week-${week}`,
    heading: `Week ${week}`,
    items: tasks.flatMap(([id, steps]): ChecklistItem[] => [
      { id, text: `Do ${id}${word}` },
      ...steps.map((step) => ({ id: `${id}/${step}`, text: `Step ${step}${word}`, under: id })),
    ]),
  }));
  return { key: 'v1/tracking-issue', parts: [{ kind: 'checklist', groups }] };
}

const PLAN: Plan = [
  [
    ['a', [1, 2]],
    ['b', [1]],
  ],
  [['c', []]],
];
const BODY = renderBody(documentOf(PLAN));

/** Bullets, boxes and names, as they stand. */
function outline(body: string): string[] {
  return findItems(splitLines(body)).map(({ before, id }) => `${before}${id}`);
}

test('they are written two spaces in, below their task, and merging again changes nothing', () => {
  expect(outline(BODY)).toEqual([
    '- [ ] a',
    '  - [ ] a/1',
    '  - [ ] a/2',
    '- [ ] b',
    '  - [ ] b/1',
    '- [ ] c',
  ]);
  expect(mergeBody(BODY, documentOf(PLAN))).toBe(BODY);
});

test('a task that moves takes its steps along, with their ticks and what people wrote below them', () => {
  const body = setTicks(BODY, new Map([['a/2', true]])).replace(
    /(.*relcomms:task a\/1 .*)/,
    '$1\n    - own note',
  );
  const merged = mergeBody(
    body,
    documentOf([
      [['b', [1]]],
      [
        ['c', []],
        ['a', [1, 2]],
      ],
    ]),
  );
  expect(outline(merged)).toEqual([
    '- [ ] b',
    '  - [ ] b/1',
    '- [ ] c',
    '- [ ] a',
    '  - [ ] a/1',
    '  - [x] a/2',
  ]);
  expect(merged).toMatch(/a\/1 .*\n {4}- own note\n {2}- \[x\]/);
});

test('new ones come in behind the one before them, and other words change no tick', () => {
  const body = setTicks(BODY, new Map([['a/1', true]]));
  const merged = mergeBody(
    body,
    documentOf(
      [
        [
          ['a', [1, 3, 2]],
          ['b', [1]],
        ],
        [['c', [9]]],
      ],
      ' now',
    ),
  );
  expect(outline(merged)).toEqual([
    '- [ ] a',
    '  - [x] a/1',
    '  - [ ] a/3',
    '  - [ ] a/2',
    '- [ ] b',
    '  - [ ] b/1',
    '- [ ] c',
    '  - [ ] c/9',
  ]);
  expect(merged).toContain('Step 2 now');
});

test('below a numbered line they stand as far in as its words', () => {
  const numbered = BODY.replace(/ {2}- .*\n/g, '').replace(/- (\[ \] <!-- relcomms:task a )/, '1. $1');
  expect(outline(mergeBody(numbered, documentOf(PLAN))).slice(0, 3)).toEqual([
    '1. [ ] a',
    '   - [ ] a/1',
    '   - [ ] a/2',
  ]);
});

test('where people moved one, it stays; what the plan drops goes, unless it is ticked', () => {
  const [moved = ''] = /.*relcomms:task a\/1 .*\n/.exec(BODY) ?? [];
  const body = setTicks(`${BODY.replace(moved, '')}\n${moved}`, new Map([['a/1', true]]));
  expect(mergeBody(body, documentOf(PLAN))).toBe(body);
  expect(
    outline(
      mergeBody(
        body,
        documentOf([
          [
            ['a', []],
            ['b', [1]],
          ],
          [['c', []]],
        ]),
      ),
    ),
  ).toEqual(['- [ ] a', '- [ ] b', '  - [ ] b/1', '- [ ] c', '  - [x] a/1']);
});

/** What happens to a body: people toggle a box, move a line, write their own, or the plan changes. */
type Act =
  | { readonly kind: 'toggle' | 'move' | 'own'; readonly at: number; readonly to: number }
  | { readonly kind: 'plan'; readonly plan: Plan; readonly word: string };

const steps = fc.uniqueArray(fc.nat(4), { maxLength: 4 });
const plan: fc.Arbitrary<Plan> = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
    fc.array(steps, { minLength: 4, maxLength: 4 }),
    fc.nat(3),
  )
  .map(([ids, all, cut]) => {
    const tasks = ids.map((id, index) => [id, all[index] ?? []] as const);
    return [tasks.slice(0, cut), tasks.slice(cut)];
  });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('toggle' as const, 'toggle' as const, 'move' as const, 'own' as const),
      at: fc.nat(30),
      to: fc.nat(30),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('plan' as const), plan, word: fc.constantFrom('', ' now') }),
  },
);

/** The words of a box belong to its name: a tick that went to another box would be seen by them. */
function expectOwnWords(body: string): void {
  for (const { id, text } of findItems(splitLines(body)))
    expect(text.replace(' now', '')).toBe(id.includes('/') ? `Step ${id.split('/')[1]}` : `Do ${id}`);
}

/** Ticked is what somebody ticked last, and nothing else; no box stands there twice. */
function expectTicks(body: string, ticked: ReadonlyMap<string, boolean>): void {
  const names = findItems(splitLines(body)).map(({ id }) => id);
  expect(names.length).toBe(new Set(names).size);
  const wanted = [...ticked].filter(([, on]) => on).map(([id]) => id);
  expect([...tickedIds(body)].toSorted()).toEqual(wanted.toSorted());
}

test('over random edits and plans, each box that somebody ticked is there and ticked', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), (acts) => {
      let body = BODY;
      let document = documentOf(PLAN);
      const ticked = new Map<string, boolean>();
      const own: string[] = [];
      for (const one of acts) {
        const lines = splitLines(body);
        const items = findItems(lines);
        if (one.kind === 'plan') document = documentOf(one.plan, one.word);
        else if (one.kind === 'own') {
          const line = `  - own ${own.length}`;
          own.push(line);
          const at = items[one.at % Math.max(1, items.length)]?.at ?? 0;
          lines.splice(at + 1, 0, { text: line, eol: '\n' });
          body = joinLines(lines);
        } else if (items.length > 0) {
          const item = items[one.at % items.length];
          if (item === undefined) continue;
          if (one.kind === 'toggle') {
            ticked.set(item.id, !item.ticked);
            body = setTicks(body, new Map([[item.id, !item.ticked]]));
          } else if (one.kind === 'move') {
            const [line] = lines.splice(item.at, 1);
            const others = findItems(splitLines(joinLines(lines)));
            const place = others[one.to % Math.max(1, others.length)]?.at ?? lines.length;
            if (line !== undefined)
              lines.splice(place, 0, { ...line, text: one.to % 2 === 0 ? line.text.trimStart() : line.text });
            body = joinLines(lines);
          }
        }
        body = mergeBody(body, document);
        expect(mergeBody(body, document)).toBe(body);
        expectOwnWords(body);
        expectTicks(body, ticked);
        expect(own.filter((line) => !body.split('\n').includes(line))).toEqual([]);
      }
    }),
    { numRuns: rounds(150, 3000) },
  );
});
