// Our words are kept up to date in a body; people's bytes and ticks are never touched.
import * as fc from 'fast-check';
import type { BodyDocument, ChecklistGroup } from '../../src/domain/issue-body.ts';
import { mergeBody } from '../../src/body/merge-body.ts';
import { renderBody } from '../../src/body/render-body.ts';
import { readTicks, tick, tickedIds } from '../../src/body/ticks.ts';
import { rounds } from '../support/long.ts';

function group(
  number: number,
  ids: readonly string[],
  note = '',
  fold?: ChecklistGroup['fold'],
): ChecklistGroup {
  return {
    fold,
    id: `week-${number}`,
    heading: `Week ${number}${note}`,
    items: ids.map((id) => ({ id, text: `Do ${id}${note}` })),
  };
}

function documentOf(groups: readonly ChecklistGroup[], status = 'all checks passed'): BodyDocument {
  return {
    key: 'v1/tracking-issue',
    parts: [
      { kind: 'block', name: 'status', text: status },
      { kind: 'checklist', groups },
      { kind: 'block', name: 'about', text: 'the end' },
    ],
  };
}

const PLAN = documentOf([group(1, ['a', 'b']), group(2, []), group(3, ['c', 'd'])]);
const BODY = renderBody(PLAN);

/** Lines that no marker of ours stands in: what people wrote, and blank lines. */
function peoplesLines(body: string): string[] {
  const inner = body.replaceAll(/<!-- relcomms:begin (\S+) \d+ -->[^]*?<!-- relcomms:end \1 -->/g, '');
  return inner.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.includes('<!-- relcomms:'));
}

/** What people wrote behind our words, on the same line. */
function wordsBehind(body: string): string[] {
  return [...body.matchAll(/<!-- \/relcomms:(?:task|group) -->(.*\S.*)/g)]
    .map((match) => match[1] ?? '')
    .toSorted();
}

test('a new body merges into itself unchanged', () => {
  expect(mergeBody(BODY, PLAN)).toBe(BODY);
  expect(mergeBody('', PLAN)).toBe(BODY);
});

test('new words keep ticks, bullets and what stands behind them', () => {
  const edited = BODY.replace(
    '- [ ] <!-- relcomms:task a week-1 -->Do a<!-- /relcomms:task -->',
    '* [X] <!-- relcomms:task a week-1 -->Do a<!-- /relcomms:task --> with bob',
  );
  const merged = mergeBody(
    edited,
    documentOf([group(1, ['a', 'b'], '!'), group(2, []), group(3, ['c', 'd'], '!')]),
  );
  expect(merged).toContain('* [X] <!-- relcomms:task a week-1 -->Do a!<!-- /relcomms:task --> with bob\n');
  expect(merged).toContain('### <!-- relcomms:group week-1 -->Week 1!<!-- /relcomms:group -->');
  expect([...tickedIds(merged)]).toEqual(['a']);
});

test('own lines, order and prose stay where people put them', () => {
  const lines = BODY.split('\n');
  const b = lines.findIndex((line) => line.includes('task b'));
  const a = lines.findIndex((line) => line.includes('task a'));
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  lines.splice(a + 1, 0, '  - our own note', '- [ ] our own task');
  const edited = `Read me first!\n\n${lines.join('\n')}\n\nThe end, we mean it.`;
  expect(mergeBody(edited, PLAN)).toBe(edited);
});

test('a task that is new in the plan comes behind its neighbour', () => {
  const merged = mergeBody(
    BODY,
    documentOf([group(1, ['a', 'n', 'b']), group(2, ['e']), group(3, ['m', 'c', 'd'])]),
  );
  expect([...readTicks(merged).keys()]).toEqual(['a', 'n', 'b', 'e', 'm', 'c', 'd']);
  expect(merged).toContain(
    '### <!-- relcomms:group week-2 -->Week 2<!-- /relcomms:group -->\n\n- [ ] <!-- relcomms:task e week-2 -->',
  );
});

test('a task that moves to another week takes its tick and its notes along', () => {
  const edited = tick(BODY, new Set(['a'])).replace(
    'Do a<!-- /relcomms:task -->',
    'Do a<!-- /relcomms:task --> (Zoom)\n  - asked carol',
  );
  const merged = mergeBody(edited, documentOf([group(1, ['b']), group(2, []), group(3, ['a', 'c', 'd'])]));
  expect(merged).toContain(
    '- [x] <!-- relcomms:task a week-3 -->Do a<!-- /relcomms:task --> (Zoom)\n  - asked carol\n- [ ] <!-- relcomms:task c',
  );
  expect(merged.indexOf('task a ')).toBeGreaterThan(merged.indexOf('group week-3'));
});

test('a task that people dragged to another week stays there while its date stands', () => {
  const line = '- [ ] <!-- relcomms:task a week-1 -->Do a<!-- /relcomms:task -->\n';
  const dragged = BODY.replace(line, '').replace(
    '- [ ] <!-- relcomms:task d',
    `${line}- [ ] <!-- relcomms:task d`,
  );
  expect(mergeBody(dragged, PLAN)).toBe(dragged);
});

test('what the plan drops goes, unless it is ticked or people wrote on it', () => {
  const edited = tick(BODY, new Set(['a'])).replace(
    'Do c<!-- /relcomms:task -->',
    'Do c<!-- /relcomms:task --> see notes',
  );
  const merged = mergeBody(edited, documentOf([group(1, ['b']), group(3, [])]));
  expect([...readTicks(merged).keys()]).toEqual(['a', 'b', 'c']);
  expect(merged).not.toContain('group week-2');
});

test('line ends of browsers survive', () => {
  const crlf = BODY.replaceAll('\n', '\r\n');
  expect(mergeBody(crlf, PLAN)).toBe(crlf);
  const merged = mergeBody(
    crlf,
    documentOf([group(1, ['a', 'n', 'b']), group(2, []), group(3, ['c', 'd'])], 'news'),
  );
  expect(merged.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(merged).toContain('news');
});

test('a deleted end marker costs nobody a line', () => {
  const broken = BODY.replace('<!-- relcomms:end status -->', 'Bob wrote this.');
  const merged = mergeBody(
    broken,
    documentOf([group(1, ['a', 'b']), group(2, []), group(3, ['c', 'd'])], 'news'),
  );
  expect(merged).toContain('Bob wrote this.');
  expect(merged).toContain('news');
  expect(merged).not.toContain('all checks passed');
  expect(
    mergeBody(merged, documentOf([group(1, ['a', 'b']), group(2, []), group(3, ['c', 'd'])], 'news')),
  ).toBe(merged);
});

test('a doubled end marker and a doubled line do no harm', () => {
  const doubled = BODY.replace(
    '<!-- relcomms:end status -->',
    '<!-- relcomms:end status -->\n<!-- relcomms:end status -->',
  ).replace(
    /(- \[ \] <!-- relcomms:task a .*\n)/,
    '$1- [x] <!-- relcomms:task a week-1 -->Do a<!-- /relcomms:task -->\n',
  );
  expect(mergeBody(doubled, PLAN)).toBe(doubled);
  expect(readTicks(doubled).get('a')).toBe(true);
});

test('a deleted block, week and marker come back, prose stays', () => {
  const cut = BODY.replace(/<!-- relcomms:begin status[^]*?end status -->\n/, '')
    .replace(/.*group week-1.*\n/, 'Some prose.\n')
    .replace(/.*relcomms:v1.*\n/, '');
  const merged = mergeBody(cut, PLAN);
  expect(merged).toContain('all checks passed');
  expect(merged).toContain('group week-1');
  expect(merged).toContain('Some prose.');
  expect(merged.startsWith('<!-- relcomms:v1 v1/tracking-issue -->')).toBe(true);
  expect(mergeBody(merged, PLAN)).toBe(merged);
});

test('lines in a code fence are an example of somebody, not ours', () => {
  const fenced = `${BODY}\n\`\`\`\n- [x] <!-- relcomms:task a week-1 -->Do a<!-- /relcomms:task -->\n\`\`\`\n`;
  expect(readTicks(fenced).get('a')).toBe(false);
  expect(mergeBody(fenced, PLAN)).toBe(fenced);
});

const weekOne = (fold: string) =>
  `<!-- relcomms:group week-1 --></details><details${fold}><summary>Week 1</summary><!-- /relcomms:group -->`;

describe('groups that fold', () => {
  const folded = documentOf([
    group(1, ['a', 'b'], '', 'closed'),
    group(2, [], '', 'open'),
    group(3, ['c', 'd'], '', 'open'),
    { id: 'end', heading: '', fold: 'end', items: [] },
  ]);

  test('a heading becomes a part that folds, where it stands, and a heading again', () => {
    const merged = mergeBody(tick(BODY, new Set(['a'])), folded);
    expect(merged).toContain(`\n${weekOne('')}\n\n- [x] <!-- relcomms:task a week-1 -->`);
    expect(merged).not.toContain('###');
    expect(mergeBody(merged, folded)).toBe(merged);
    expect(mergeBody(merged, PLAN)).toContain('\n### <!-- relcomms:group week-1 -->Week 1<!--');
  });

  test('it unfolds in place, with what people wrote behind it', () => {
    const noted = renderBody(folded).replace(weekOne(''), `${weekOne('')} see notes`);
    const merged = mergeBody(noted, documentOf([group(1, ['a', 'b'], '', 'open')]));
    expect(merged).toContain(`${weekOne(' open')} see notes`);
  });

  test('an item that is put right below one is a checkbox still', () => {
    const bare = renderBody(folded).replaceAll('\n\n- [ ]', '\n- [ ]');
    expect([...readTicks(bare).keys()]).toEqual(['a', 'b', 'c', 'd']);
    expect(mergeBody(bare, folded)).toBe(bare);
  });
});

/** One thing that a person may do to a body in the browser. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('tick' as const), id: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(60),
    text: fc.constantFrom('note', '- [ ] mine', '- [x] done', '', '  - sub', '**bold**', '| a | b |'),
  }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(60) }),
  fc.record({
    kind: fc.constant('append' as const),
    at: fc.nat(60),
    text: fc.constantFrom(' (bob)', ' later', ' @carol'),
  }),
  fc.record({ kind: fc.constant('crlf' as const) }),
);

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function isOursInside(lines: readonly string[], at: number): boolean {
  const before = lines.slice(0, at);
  const begins = before.filter((line) => line.includes('relcomms:begin')).length;
  const ends = before.filter((line) => line.includes('relcomms:end')).length;
  return begins > ends || /relcomms:(begin|end|v1)/.test(lines[at] ?? '');
}

function carryOut(body: string, change: Edit): string {
  if (change.kind === 'tick') return tick(body, new Set([change.id]));
  if (change.kind === 'crlf') return body.replaceAll(/\r?\n/g, '\r\n');
  const lines = body.split('\n');
  const at = change.at % lines.length;
  if (isOursInside(lines, at) || isOursInside(lines, at + 1)) return body;
  if (change.kind === 'insert') lines.splice(at, 0, change.text);
  if (change.kind === 'append' && (lines[at] ?? '').trim() !== '' && !(lines[at] ?? '').endsWith('\r'))
    lines[at] += change.text;
  if (change.kind === 'swap' && at + 1 < lines.length)
    [lines[at], lines[at + 1]] = [lines[at + 1] ?? '', lines[at] ?? ''];
  return lines.join('\n');
}

const plans = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
  .chain((ids) =>
    fc.tuple(
      fc.constant(ids),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 }),
      fc.constantFrom('', '!', ' anew'),
      fc.constantFrom(undefined, 'open' as const, 'closed' as const),
    ),
  )
  .map(([ids, weeks, note, fold]) =>
    documentOf(
      [1, 2, 3, 4].map((week) =>
        group(
          week,
          ids.filter((_, index) => weeks[index] === week),
          note,
          fold,
        ),
      ),
      `status${note}`,
    ),
  );

test('law: merging twice is merging once, no tick and no line of people is lost', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), plans, plans, (edits, first, second) => {
      const edited = edits.reduce(carryOut, mergeBody(BODY, first));
      const merged = mergeBody(edited, second);
      expect(mergeBody(merged, second)).toBe(merged);
      expect([...tickedIds(merged)].toSorted()).toEqual(expect.arrayContaining([...tickedIds(edited)]));
      expect(peoplesLines(merged).toSorted()).toEqual(peoplesLines(edited).toSorted());
      expect(wordsBehind(merged)).toEqual(expect.arrayContaining(wordsBehind(edited)));
    }),
    { numRuns: rounds(125, 500) },
  );
});
