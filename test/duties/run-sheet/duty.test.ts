// The run sheet decided from plain data: which steps are late and named, and what is noted of those that are done.
import type { OutboxRow } from '../../../src/domain/outbox.ts';
import { day } from '../../../src/domain/day.ts';
import { runSheetDuty } from '../../../src/duties/run-sheet/index.ts';
import { at } from '../../support/world.ts';
import { RELEASE, inputOf } from './world.ts';

const answer = (setting: Parameters<typeof inputOf>[0]) => {
  const { desired } = runSheetDuty.desire(inputOf(setting));
  const [table = '', headline = ''] = desired.flatMap((one) => (one.kind === 'section' ? [one.text] : []));
  return {
    table,
    headline,
    sent: desired.flatMap((one) => (one.kind === 'notice' ? [one.notice.key] : [])),
    noted: desired.flatMap((one) => (one.kind === 'entry' && one.key.includes('/done/') ? [one.text] : [])),
  };
};

const LATE = '1.10.0/run-sheet/late/tag/2020-01-30/slack/releases';

test.each<[string, string, readonly string[], readonly string[]]>([
  ['before the minutes are over', '2020-01-30T10:14:59Z', [], []],
  ['after them', '2020-01-30T10:15:00Z', [], [LATE]],
  ['when it is done', '2020-01-30T10:15:00Z', ['tag'], []],
  [
    'with two, of which none waits for the other',
    '2020-01-30T23:00:00Z',
    [],
    [LATE, LATE.replace('/tag/', '/build/')],
  ],
  ['with what waited before', '2020-01-30T23:00:00Z', ['tag', 'build'], [LATE.replace('/tag/', '/news/')]],
  ['two days later', '2020-02-01T00:00:00Z', [], []],
])('late steps are named inside, %s', (_, now, done, keys) => {
  expect(answer({ now, done }).sent).toEqual(keys);
});

test('nothing is sent while messages are paused, and trials go to their channel', () => {
  const now = '2020-01-30T10:15:00Z';
  expect(answer({ now, told: { isPaused: true } }).sent).toEqual([]);
  expect(answer({ now, told: { mockChannel: '#trial' } }).sent).toEqual([
    LATE.replace('/slack/', '/trial/slack/'),
  ]);
});

test('ten late steps of a release are named at most', () => {
  const row: OutboxRow = {
    claim: 'x',
    at: at('2020-01-30T10:15:00Z'),
    tries: 1,
    until: at('2020-02-01T00:00:00Z'),
    sent: { place: 'C1', id: '1' },
  };
  const rows = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [LATE.replace('/tag/', `/other-${index}/`), row]),
    );
  const now = '2020-01-30T23:00:00Z';
  expect(answer({ now, rows: rows(9) }).sent).toEqual([LATE]);
  expect(answer({ now, rows: rows(10) }).sent).toEqual([]);
  expect(answer({ now, rows: { ...rows(9), [LATE]: row } }).sent).toEqual([LATE]);
});

test('the table has the tasks of that day alone, from the day before on, and goes by no clock', () => {
  expect(answer({ now: '2020-01-28T23:59:00Z' })).toMatchObject({ table: '', headline: '' });
  const { table, headline } = answer({ now: '2020-01-30T10:15:00Z' });
  expect(table).not.toContain('Do it before');
  expect(table.match(/^\| .*\(`/gm)).toHaveLength(5);
  expect(table).toContain('| Tag it (`tag`) | alice | 10:00 | **late** | tag 1.10.0 |');
  expect(table).toContain('| Publish the news (`news`) | nobody | 14:00 | waits for another step |  |');
  expect(table).toContain('| Tidy up (`tidy`) | nobody | any time | open |  |');
  expect(headline).toBe(
    '**Run sheet:** 0 of 5 steps done · **late:** Tag it, 10:00 (alice) · next: Build it, 11:00 (alice)',
  );
  expect(answer({ now: '2020-01-30T10:45:00Z' }).table).toBe(table);
});

test('what can not be read is not known', () => {
  const found = { known: false, why: 'refused' } as const;
  const { table, noted } = answer({ now: '2020-01-30T09:00:00Z', evidence: [{ name: 'tag 1.10.0', found }] });
  expect(table).toContain('| open | tag 1.10.0: not known |');
  expect(noted).toEqual([]);
});

test.each<[string, Parameters<typeof inputOf>[0], readonly string[]]>([
  [
    'once it is seen',
    { now: '2020-01-30T11:05:00Z', done: ['tag', 'tidy'] },
    ['Run sheet: Tag it, planned 10:00, done 11:05, 1 hour 5 minutes late', 'Run sheet: Tidy up, done 11:05'],
  ],
  [
    'of the day before, with the day',
    { now: '2020-01-29T10:00:00Z', done: ['tag'] },
    ['Run sheet: Tag it, planned 10:00, done Wed 29 Jan 10:00, 24 hours early'],
  ],
  [
    'by its proof',
    {
      now: '2020-01-30T10:00:30Z',
      evidence: [{ name: 'tag 1.10.0', found: { known: true, value: { isThere: true } } }],
    },
    ['Run sheet: Tag it, planned 10:00, done 10:00, on time'],
  ],
  [
    'and not when it was done long before',
    {
      now: '2020-01-30T10:00:00Z',
      done: ['tag'],
      state: { done: ['tag'], doneOn: { tag: day('2020-01-20') } },
    },
    [],
  ],
  [
    'and not when it was left out',
    { now: '2020-01-30T10:00:00Z', done: ['tag'], state: { skipped: { tag: { by: 'a', because: 'b' } } } },
    [],
  ],
  [
    'and not twice',
    {
      now: '2020-01-30T10:30:00Z',
      done: ['tag'],
      entries: [
        {
          key: `1.10.0/run-sheet/done/2020-01-30/tag/${at('2020-01-30T10:01:00Z')}`,
          day: day('2020-01-30'),
          text: '',
        },
      ],
    },
    [],
  ],
])('a step that is done is noted %s', (_, setting, texts) => {
  expect(answer(setting).noted).toEqual(texts);
});

test('a box that a person cleared stays open, though its proof is there', () => {
  const evidence = [{ name: 'tag 1.10.0', found: { known: true, value: { isThere: true } } as const }];
  const { table, noted } = answer({
    now: '2020-01-30T09:00:00Z',
    evidence,
    state: { carriedOut: { tag: '' } },
  });
  expect(table).toContain('| Tag it (`tag`) | alice | 10:00 | open | found: tag 1.10.0 |');
  expect(noted).toEqual([]);
});

test('the moments at which steps are late are told, for the hours of the workflow', () => {
  const all = runSheetDuty.timedNotices?.({ late: 15, ahead: 1, to: [] }, [RELEASE], []) ?? [];
  expect(all.map(({ from }) => from)).toEqual(
    ['10:15', '11:15', '14:15'].map((time) => at(`2020-01-30T${time}:00Z`)),
  );
  expect(all[0]?.what).toBe('the message that Tag it of 1.10.0 is late');
});

test('audiences that get nothing are named, and a sheet without steps', () => {
  const input = inputOf({ now: '2020-01-30T09:00:00Z' });
  const whys = (releases: (typeof input)['releases']) =>
    runSheetDuty.lacks?.({ ...input, releases }).map(({ why }) => why) ?? [];
  expect(whys(input.releases)).toEqual([
    expect.stringContaining('the audience community is external'),
    expect.stringContaining('the audience press is external'),
  ]);
  expect(whys([{ ...RELEASE, tasks: [] }])).toContain('no release has a task that is due on release day');
});
