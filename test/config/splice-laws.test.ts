// What holds for every change of a day in every good file, whatever its layout.
import * as fc from 'fast-check';
import { loadConfig } from '../../src/config/load-config.ts';
import { type Spliced, spliceDay, spliceDays } from '../../src/config/splice-day.ts';
import { changedLines } from '../../src/config/splice-diff.ts';
import { addDays, day } from '../../src/domain/day.ts';
import type { DayEdit } from '../../src/domain/slip.ts';
import { withDays } from '../../src/schedule/slip-apply.ts';
import { goodConfig, options } from './sample.ts';
import { rounds } from '../support/long.ts';

const IDS = ['rc1', 'code-freeze', 'docs.1', 'release', 'new-one', 'start'];

const someDay = fc.integer({ min: 0, max: 400 }).map((count) => addDays(day('2026-03-02'), count));
const on = fc.oneof(
  someDay,
  fc.constantFrom('release - 2 weeks', 'start + 3 days', 'week R-2 friday', 'release'),
);
const quote = fc.constantFrom('', "'", '"');
const comment = fc.constantFrom('', '', ' # x', " # it's: { not } *y", '   #');
const reason = fc.constantFrom(
  'late',
  "'it''s late'",
  '"a: b # c"',
  '"\\u00fc"',
  "'}'",
  '>-\n            two\n            lines',
);
const flowReason = fc.constantFrom('late', "'it''s, late'", '"a: {b} # c"', "'}'");

/** A milestone as one or more lines behind its key; `eol` stands for nothing yet. */
const value = fc.oneof(
  fc.record({ on, quote, comment }).map((it) => ` ${it.quote}${it.on}${it.quote}${it.comment}`),
  fc
    .record({
      on,
      quote,
      comment,
      reason: fc.option(reason),
      weekday: fc.option(fc.constantFrom('tuesday', 'Tue', '"FRI"')),
      week: fc.option(fc.constantFrom('9', "'12'")),
      order: fc.array(fc.nat({ max: 100 }), { minLength: 5, maxLength: 5 }),
      gap: fc.constantFrom('', '\n          # more', '\n'),
    })
    .map((it) => {
      const keys = [
        `on: ${it.quote}${it.on}${it.quote}${it.comment}`,
        `title: The point${it.comment}`,
        it.reason === null ? undefined : `because: ${it.reason}`,
        it.weekday === null ? undefined : `weekday: ${it.weekday}`,
        it.week === null ? undefined : `week: ${it.week}${it.comment}`,
      ];
      const ordered = keys
        .map((text, index) => ({ text, at: it.order[index] ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .flatMap(({ text }) => text ?? []);
      return `${it.comment}${ordered.map((text) => `\n          ${text}`).join(it.gap)}`;
    }),
  fc
    .record({
      on,
      quote,
      comment,
      reason: fc.option(flowReason),
      week: fc.option(fc.constantFrom('9', "'12'")),
      first: fc.boolean(),
      breaks: fc.constantFrom(' ', '\n            ', ' # why\n            '),
      end: fc.constantFrom('', ',', ' '),
    })
    .map((it) => {
      const onDay = `on: ${it.quote}${it.on}${it.quote}`;
      const rest = [
        ...(it.reason === null ? [] : [`because: ${it.reason}`]),
        ...(it.week === null ? [] : [`week: ${it.week}`]),
      ];
      const keys = it.first ? [onDay, ...rest] : [...rest, onDay];
      return ` {${keys.map((key) => ` ${key}`).join(`,${it.breaks}`)}${it.end} }${it.comment}`;
    }),
);

const file = fc.record({
  values: fc.array(fc.option(value), { minLength: 4, maxLength: 4 }),
  release: someDay,
  quote,
  comment,
  reason: fc.option(reason),
  first: fc.constantFrom('version', 'release'),
  start: fc.boolean(),
  tail: fc.constantFrom('', '\n    branch: b # end', '\n    # end\n'),
  eol: fc.constantFrom('\n', '\r\n'),
  end: fc.constantFrom('', '\n', '\n# the end\n', '\nlimits: { operations: 9 }\n'),
});

const edit = fc.record(
  {
    version: fc.constant('1.10.0'),
    milestone: fc.constantFrom(...IDS),
    to: someDay,
    week: fc.integer({ min: 1, max: 40 }),
    because: fc.string({ unit: 'grapheme', maxLength: 80 }),
  },
  { requiredKeys: ['version', 'milestone', 'to', 'week'] },
);

function textOf(given: typeof file extends fc.Arbitrary<infer T> ? T : never): string {
  const because = given.reason === null ? '' : `\n    because: ${given.reason}`;
  const keys = [
    `version: '1.10.0'${given.comment}`,
    `release: ${given.quote}${given.release}${given.quote}${given.comment}${because}`,
  ];
  const ordered = given.first === 'version' ? keys : keys.toReversed();
  const milestones = given.values.flatMap((written, index) =>
    written === null ? [] : [`\n      # point ${index}\n      ${IDS[index]}:${written}`],
  );
  const text = `# Head
extends: [comms] # presets
roles: { lead: [alice], former-lead: [dave], writer: [] }
releases:
  - version: '1.9.0'
    release: 2025-06-30
    milestones: { rc1: 2025-06-16, code-freeze: { on: 2025-06-02, because: a } }
  - ${ordered.join('\n    ')}${given.start ? "\n    start: '2026-01-05' # first" : ''}${
    milestones.length === 0 ? '' : `\n    milestones:${milestones.join('')}`
  }${given.tail}${given.end}`;
  return text.replaceAll('\n', given.eol);
}

/** The config that was spliced, or the problem. */
function said(result: Spliced) {
  return 'problem' in result ? result.problem : goodConfig(result.text).config;
}

test('the text says the same but for that day, its reason and its claims, as the schedule of a slip does', () => {
  let spliced = 0;
  fc.assert(
    fc.property(file, edit, (given, wish: DayEdit) => {
      const text = textOf(given);
      const before = goodConfig(text).config;
      const result = spliceDay(text, wish);
      const because = wish.because?.trim();
      const wanted = withDays(before.schedule, [{ ...wish, because }]);
      const refused = 'problem' in result && result.problem.code === 'bad-reason';
      if (!refused) spliced++;
      expect(refused || said(result)).toEqual(refused || { ...before, schedule: wanted });
    }),
    { numRuns: rounds(125, 500) },
  );
  expect(spliced).toBeGreaterThan(rounds(75, 300));
});

test('only an unusable reason is refused: every layout here can be changed in place', () => {
  fc.assert(
    fc.property(file, edit, (given, wish) => {
      expect(spliceDay(textOf(given), { ...wish, because: undefined })).toEqual({
        text: expect.any(String) as string,
      });
      const told = { ...wish, because: "it's: late" };
      expect(spliceDay(textOf(given), told)).toEqual({ text: expect.any(String) as string });
    }),
    { numRuns: rounds(75, 300) },
  );
});

test('lines of other milestones, other releases and comments of their own are not touched', () => {
  fc.assert(
    fc.property(file, edit, (given, wish: DayEdit) => {
      const text = textOf(given);
      const result = spliceDay(text, wish);
      if ('problem' in result) return;
      expect(result.text.replaceAll(given.eol, '')).not.toMatch(/[\r\n]/);
      const lines = text.split(given.eol);
      const head = lines.findIndex((line) => /1\.9\.0/.test(line)) + 3;
      const gone = changedLines(text, result.text).filter(({ sign }) => sign === '-');
      for (const { line, text: words } of gone) {
        expect(line).toBeGreaterThan(head);
        expect(words).not.toMatch(/^\s*#/);
        const inHead = ['release', 'start'].includes(wish.milestone) && ownerOf(lines, line) === 'head';
        expect(inHead ? wish.milestone : ownerOf(lines, line)).toBe(wish.milestone);
      }
    }),
    { numRuns: rounds(75, 300) },
  );
});

/** The milestone in whose lines a line stands, or the head of the release. */
function ownerOf(lines: readonly string[], line: number): string {
  for (let index = line - 1; index >= 0; index--) {
    const key = /^ {6}([a-z][a-z0-9.-]*):/.exec(lines[index] ?? '');
    if (key?.[1] !== undefined) return key[1];
    if (/^ {2}- /.test(lines[index] ?? '')) return 'head';
  }
  return 'head';
}

test('the same change a second time changes nothing', () => {
  fc.assert(
    fc.property(file, edit, (given, wish: DayEdit) => {
      const once = spliceDay(textOf(given), wish);
      expect('text' in once ? spliceDays(once.text, [wish, wish]) : once).toEqual(once);
    }),
    { numRuns: rounds(50, 150) },
  );
});

test('any text is answered, with a text that loads or with a problem', () => {
  const piece = fc.constantFrom(
    ...'\n;  ;- ;: ;{;};[;];,;#x;&a ;*a;|\n;>-\n;"; \';releases:;version: 1.10.0;milestones:;rc1: ;on: ;2026-11-10;because: x;!!str ;? '.split(
      ';',
    ),
  );
  const random = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
  const cut = fc
    .record({ given: file, at: fc.nat({ max: 900 }), lost: fc.nat({ max: 6 }), piece })
    .map(({ given, at, lost, piece: added }) => {
      const text = textOf(given);
      return text.slice(0, at) + added + text.slice(at + lost);
    });
  fc.assert(
    fc.property(fc.oneof(random, cut), edit, (text, wish: DayEdit) => {
      const good = loadConfig(text, options);
      const result = spliceDay(text, wish);
      const because = wish.because?.trim();
      const answered = 'problem' in result || !good.ok;
      const wanted = answered || withDays(good.config.schedule, [{ ...wish, because }]);
      expect('problem' in result ? result.problem.fix : 'none needed').not.toBe('');
      expect(answered || goodConfig(result.text).config.schedule).toEqual(wanted);
    }),
    { numRuns: rounds(250, 1000) },
  );
});
