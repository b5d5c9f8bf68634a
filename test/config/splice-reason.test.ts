// A reason comes from outside: what is refused, and that nothing in it ever becomes more than text.
import * as fc from 'fast-check';
import { quotedReason, readReason } from '../../src/config/splice-reason.ts';
import { spliceDay } from '../../src/config/splice-day.ts';
import { day } from '../../src/domain/day.ts';
import { GOOD, goodConfig } from './sample.ts';
import { rounds } from '../support/long.ts';

const EDIT = { version: '1.10.0', milestone: 'rc1', to: day('2026-11-17') };

test.each([
  ['', 'empty'],
  ['  \n ', 'empty'],
  ['two\nlines', 'several lines'],
  ['two\r\nlines', 'several lines'],
  ['two\u0085lines', 'several lines'],
  ['two\u2028lines', 'several lines'],
  ['a\tb', 'a tab'],
  ['a\u0000b', 'U+0000'],
  ['a\u001b[31mb', 'U+001B'],
  ['a\u202eb', 'U+202E'],
  ['a\u2066b', 'U+2066'],
  ['a\u200bb', 'U+200B'],
  ['a\ufeffb', 'U+FEFF'],
  ['a\ud800b', 'U+D800'],
  ['a\ufffdb', 'not valid'],
  ['x'.repeat(301), '301 characters'],
])('%j is refused: %s', (text, words) => {
  const refusal = { problem: { code: 'bad-reason', message: expect.stringContaining(words) as string } };
  expect(readReason(text)).toMatchObject(refusal);
  expect(spliceDay(GOOD, { ...EDIT, because: text })).toMatchObject(refusal);
});

test.each([
  "it's late",
  "'; rm -rf /",
  '"quoted"',
  '} , on: 2020-01-01 }',
  '# no comment',
  'a: b',
  '- item',
  '*alias &anchor !tag',
  '| > % @ `',
  '<<: *x',
  '@everyone <!-- relcomms --> [x](https://example.com)',
  'emoji 👩‍💻 and ümläut',
  '\\u0041 \\n',
  '~',
  'null',
  'x'.repeat(300),
])('%j stays text', (because) => {
  const spliced = spliceDay(GOOD, { ...EDIT, because });
  const { config } = goodConfig('text' in spliced ? spliced.text : '');
  expect(config.schedule.releases[0]?.milestones['rc1']?.because).toBe(because);
});

test('whatever is accepted comes out as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const read = readReason(text);
      if ('problem' in read) return;
      expect(quotedReason(read.reason)).not.toMatch(/[\r\n]/);
      const spliced = spliceDay(GOOD, { ...EDIT, because: text });
      const { config } = goodConfig('text' in spliced ? spliced.text : '');
      expect(config.schedule.releases[0]?.milestones['rc1']?.because).toBe(text.trim());
    }),
    { numRuns: rounds(125, 500) },
  );
});
