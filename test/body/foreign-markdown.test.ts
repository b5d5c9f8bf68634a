// A body does not grow by our own hand, whatever Markdown people put above, between and into our lines.
import * as fc from 'fast-check';
import { findBlocks, findGroups, findItems } from '../../src/body/body-lines.ts';
import { LONGEST_BODY, mergeBody } from '../../src/body/merge-body.ts';
import { joinLines, readAgain, splitLines } from '../../src/body/split-lines.ts';
import { readTicks } from '../../src/body/ticks.ts';
import { type Instant, dayAt } from '../../src/domain/day.ts';
import type { BodyDocument } from '../../src/domain/issue-body.ts';
import { bodyFor } from '../../src/duties/tracking-issue/body/body.ts';
import { prepare } from '../../src/run/prepare.ts';
import { dressings, foreign } from '../support/foreign-markdown.ts';
import { CHECKBOXES_ONLY } from '../support/kubernetes-seed.ts';
import { rounds } from '../support/long.ts';

/** The tracking issue of a whole cycle on a day of it. */
function documentOn(day: string, current = ''): BodyDocument {
  const prepared = prepare(CHECKBOXES_ONLY);
  const [release] = 'problems' in prepared ? [] : prepared.releases;
  if (release === undefined) throw new Error('the config has no release');
  const now = Date.parse(`${day}T10:00:00Z`) as Instant;
  const none = { done: new Set<string>(), ticks: new Map(), links: new Map(), history: [] };
  const today = dayAt(now, 'UTC');
  const document = bodyFor({ release, now, today, ...none, current });
  if (document === undefined) throw new Error('the body has no room');
  return document;
}

const TODAY = documentOn('2020-01-20');
const LATER = documentOn('2020-03-02');
const BODY = mergeBody('', TODAY);
const IDS = findItems(splitLines(BODY)).map(({ id }) => id);
const OWN_LINES = BODY.split('\n').flatMap((line, at) => (line.includes('relcomms:') ? [at] : []));

interface Found {
  readonly items: number;
  readonly groups: number;
  readonly blocks: readonly number[];
}

function count(body: string): Found {
  const lines = splitLines(body);
  return {
    items: findItems(lines).length,
    groups: findGroups(lines).length,
    blocks: ['status', 'schedule', 'checklist', 'about'].map((name) => findBlocks(lines, name).length),
  };
}

function timesIn(body: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { id } of findItems(splitLines(body))) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

const WHOLE = count(BODY);
const LINE = '- [x] <!-- relcomms:task t week-1 -->Do it<!-- /relcomms:task -->';

test.each<[string, string, boolean]>([
  ['behind a span of three backticks', '```sh``` first\n', true],
  ['behind a fence in the line of an item', '1. ~~~\n   npm publish\n   ~~~\n', true],
  ['behind a fence that its item ends', '* run\n\n  ~~~~\n  make\n\nThen:\n', true],
  ['behind backticks in a comment', '<!-- later:\n```\n-->\n', true],
  ['behind backticks in pre', '<pre>\n~~~\n</pre>\n', true],
  ['behind backticks in a script', '<script>\n```\n</script>\n', true],
  ['in a block of tags', '<details>\n<summary>All</summary>', true],
  ['in a list', '- first\n', true],
  ['in a fence that is never closed', '```\n', false],
  ['in a comment that is never closed', '<!--\n', false],
  ['in pre', '<pre>', false],
])('an item %s: ours is %j', (_, above, seen) => {
  expect(readTicks(`${above}\n${LINE}\n`).get('t')).toBe(seen ? true : undefined);
});

test.each([
  ['in the fence of an item', '* ~~~\n  LINE\n  ~~~'],
  ['in a fence below an item', '- so\n\n  ```\n  LINE\n  ```'],
  ['in indented code', 'So:\n\n\tLINE'],
  ['in indented code of an item', '- so\n\n      LINE'],
  ['in a quoted fence', '> ```\n> LINE\n> ```'],
  ['in a span', '- like this: `LINE`'],
])('an example %s is none of ours', (_, text) => {
  expect(readTicks(text.replace('LINE', LINE)).has('t')).toBe(false);
});

test.each([
  ['quoted', `> ${LINE}`],
  ['quoted deeper', `> > ${LINE}`],
  ['struck', LINE.replace('<!-- relcomms:task', '~~<!-- relcomms:task').concat('~~')],
  ['struck with its box', LINE.replace('- [x]', '- ~~[x]').concat('~~')],
  ['with words before it', LINE.replace('[x] ', '[x] **bob:** ')],
  ['without its last mark', LINE.replace('<!-- /relcomms:task -->', ' at noon')],
])('an item that is %s keeps its tick, and gets no other beside it', (_, line) => {
  const document: BodyDocument = {
    key: 'v1/tracking-issue',
    parts: [
      {
        kind: 'checklist',
        groups: [{ id: 'week-1', heading: 'Week 1', items: [{ id: 't', text: 'Do that' }] }],
      },
    ],
  };
  const merged = mergeBody(line, document);
  expect(readTicks(merged)).toEqual(new Map([['t', true]]));
  expect(merged.split('relcomms:task t')).toHaveLength(2);
  expect(merged).toContain('Do that<!-- /relcomms:task -->');
  expect(mergeBody(merged, document)).toBe(merged);
});

test('a section that stands twice is one again', () => {
  const [, status = ''] = /(<!-- relcomms:begin status[^]*?relcomms:end status -->\n)/.exec(BODY) ?? [];
  const merged = mergeBody(BODY.replace(status, `${status}\n${status}`), TODAY);
  expect(count(merged)).toEqual(WHOLE);
  expect(mergeBody(merged, TODAY)).toBe(merged);
});

test.each([
  ['quoted', '> <!-- relcomms:end checklist -->'],
  ['gone', ''],
])(
  'a section that begins twice and whose end is %s is there once, and what people wrote in it stays',
  (_, end) => {
    const twice = BODY.replace(/(<!-- relcomms:begin checklist.*\n)/, '$1$1')
      .replace('\n## Checklist\n', '\nOurs to keep\n## Checklist\n')
      .replace('<!-- relcomms:end checklist -->', end);
    for (const written of [[], [BODY]]) {
      const merged = mergeBody(twice, TODAY, written);
      expect(count(merged)).toEqual(WHOLE);
      expect(merged.split('## Checklist\n')).toHaveLength(2);
      expect(merged.split('Ours to keep')).toHaveLength(2);
      expect(mergeBody(merged, TODAY, written)).toBe(merged);
      expect(count(mergeBody(merged, LATER, written))).toEqual(WHOLE);
    }
  },
);

test('code that people leave open within a section takes nothing else along', () => {
  const merged = mergeBody(BODY.replace(/(begin status.*\n)/, '$1```\nmake\n'), TODAY);
  expect(count(merged)).toEqual(WHOLE);
});

test('a section that gets shorter leaves nothing of its old words', () => {
  const [, status = ''] = /(<!-- relcomms:begin status[^]*?relcomms:end status -->\n)/.exec(BODY) ?? [];
  const inner = status.split('\n').slice(1, -2);
  const before = BODY.replace(status, status.replace(inner.join('\n'), [...inner, '- old words'].join('\n')));
  expect(before).toContain('- old words');
  expect(mergeBody(before, TODAY)).toBe(BODY);
});

test('a body beyond its budget stays as it is', () => {
  const long = `${BODY}${'x'.repeat(LONGEST_BODY)}`;
  expect(mergeBody(long, LATER)).toBe(long);
});

/** One thing that people do to a body: lines of theirs at a place, or a line of ours dressed. */
const act = fc.oneof(
  fc.record({ at: fc.nat(), lines: foreign }),
  fc.record({ of: fc.nat(OWN_LINES.length - 1), dress: fc.nat(dressings.length - 1) }),
);

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Whether what is put before the line stands in a section of ours: nobody can tell it from our own words there. */
function isWithinSection(body: readonly string[], at: number): boolean {
  const last = body.slice(0, at).findLast((line) => /^<!-- relcomms:(?:begin|end) /.test(line));
  return last?.startsWith('<!-- relcomms:begin') === true;
}

function carryOut(body: readonly string[], acts: readonly Act[]): { body: string; theirs: string[] } {
  const lines: (readonly string[])[] = body.map((line) => [line]);
  const theirs: string[] = [];
  for (const one of acts) {
    if ('lines' in one) {
      const at = one.at % lines.length;
      lines[at] = [...one.lines, ...(lines[at] ?? [])];
      if (!isWithinSection(body, at)) theirs.push(...one.lines);
    } else {
      const at = OWN_LINES[one.of] ?? 0;
      lines[at] = dressings[one.dress]?.(body[at] ?? '') ?? [];
    }
  }
  return { body: lines.flat().join('\n'), theirs };
}

test(
  'law: whatever people do to a body, it does not grow from run to run, and keeps what is theirs',
  () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 5 }), fc.boolean(), (acts, isOnlyForeign) => {
        const done = isOnlyForeign ? acts.filter((one) => 'lines' in one) : acts;
        const { body, theirs } = carryOut(BODY.split('\n'), done);
        const merged = mergeBody(body, TODAY);
        const after = count(merged);
        const [was, is] = [timesIn(body), timesIn(merged)];
        // Every item is there, none is there twice but those that people doubled.
        // Code that people left open within a section goes, and what it took along is there again.
        const most = (id: string): number =>
          Math.max(was.get(id) ?? 0, body.split(`task ${id} `).length - 1, 1);
        // What people doubled may end up in their own open code with it; then ours is there once.
        expect(IDS.filter((id) => (is.get(id) ?? 0) < 1 || (is.get(id) ?? 0) > most(id))).toEqual([]);
        expect(after.blocks).toEqual([1, 1, 1, 1]);
        expect(mergeBody(merged, TODAY)).toBe(merged);
        const later = mergeBody(merged, LATER);
        const again = mergeBody(later, TODAY);
        expect([count(later), count(again)]).toEqual([after, after]);
        expect(mergeBody(again, TODAY)).toBe(again);
        const there = new Set(merged.split('\n'));
        const lost = theirs.filter((line) => line.trim() !== '' && !there.has(line));
        expect(isOnlyForeign ? lost : []).toEqual([]);
      }),
      { numRuns: rounds(100, 1000) },
    );
  },
  rounds(60_000, 3_600_000),
);

test('law: lines that are read again around a change are as they would be in the whole text', () => {
  const text = fc.array(foreign, { maxLength: 5 }).map((parts) => parts.flat().join('\n'));
  fc.assert(
    fc.property(
      text,
      text,
      fc.nat(),
      fc.nat(9),
      fc.constantFrom('\n', '\r\n'),
      (whole, part, at, gone, eol) => {
        const before = splitLines(whole.replaceAll('\n', eol));
        const changed = [...before];
        const put = splitLines(part).map(({ text: words }) => ({ text: words, eol }));
        changed.splice(at % (before.length + 1), gone, ...put);
        // A line that something follows has an end.
        const ended = changed.map((line, index) =>
          line.eol === '' && index < changed.length - 1 ? { ...line, eol } : line,
        );
        expect(readAgain(ended, before)).toEqual(splitLines(joinLines(ended)));
      },
    ),
    { numRuns: rounds(300, 5000) },
  );
});
