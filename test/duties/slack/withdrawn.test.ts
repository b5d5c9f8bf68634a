// Who hears that a release is withdrawn, and what the command answers.
import type { LedgerEntry } from '../../../src/domain/observed.ts';
import { day } from '../../../src/domain/day.ts';
import { slackDuty } from '../../../src/duties/slack/index.ts';
import { withdrawalEntries } from '../../../src/memory/withdrawn.ts';
import { answerTo } from './answer.ts';
import { type Setting, inputOf, noticesOf, sentRow } from './world.ts';

const NOW = '2020-03-05T14:00:00Z';
const LINE = '/release withdraw instead 1.10.1 because uploads lose data';
const CONFIG = { released: ['teams', 'community', 'press'], dates: [] };

const WITHDRAWN: readonly LedgerEntry[] = withdrawalEntries(
  { version: '1.10.0' },
  { by: 'alice', because: 'uploads @lose data', advice: 'Use 1.10.1 instead.', day: day('2020-03-05') },
);

/** The team and the community got the news; the press, which approves, did not. */
const ROWS = {
  '1.10.0/slack/released/slack/releases': sentRow('2020-03-05T12:00:00Z'),
  '1.10.0/slack/released/slack/community/general': sentRow('2020-03-05T12:00:00Z'),
};

const SETTING: Setting = { now: NOW, config: CONFIG, rows: ROWS, published: true };

test('who got the news gets one message, in words for them; nobody gets the news afterwards', () => {
  const found = noticesOf({ ...SETTING, entries: WITHDRAWN });
  expect(found.map(({ notice: { key, title } }) => [key, title])).toEqual([
    ['1.10.0/slack/withdrawn/slack/releases', 'Kyma 1.10 is withdrawn'],
    ['1.10.0/slack/withdrawn/slack/community/general', 'Kyma 1.10 is withdrawn'],
  ]);
  const [inside = '', outside = ''] = found.map(({ notice: { lines } }) => JSON.stringify(lines));
  expect(inside).toContain('issues/1');
  expect(outside).not.toMatch(/alice|issues\/1/);
  for (const words of [inside, outside]) {
    expect(words).toContain('Use 1.10.1 instead.');
    expect(words).toContain('uploads @lose data');
  }
});

test('a place of which nobody knows whether the news arrived gets the message; one that failed does not', () => {
  const { sent: _, ...begun } = sentRow('2020-03-05T12:00:00Z');
  const rows = {
    '1.10.0/slack/released/slack/releases': begun,
    '1.10.0/slack/released/slack/community/general': { ...begun, failed: 'no such channel' },
  };
  const keys = noticesOf({ ...SETTING, rows, entries: WITHDRAWN }).map(({ notice }) => notice.key);
  expect(keys).toEqual(['1.10.0/slack/withdrawn/slack/releases']);
});

test('the first screen and the log say so, also while messages are paused', () => {
  const paused = inputOf({ ...SETTING, entries: WITHDRAWN, config: { ...CONFIG, paused: 'yes' } });
  const { desired } = slackDuty.desire(paused);
  expect(desired.find(({ kind }) => kind === 'section')).toMatchObject({
    isHeadline: true,
    text: expect.stringMatching(/^\*\*Withdrawn on Thu 5 Mar 2020 by alice\.\*\* Reason: /) as string,
  });
  expect(desired.some(({ kind }) => kind === 'notice')).toBe(false);
});

test.each<[string, string, Partial<Setting>, string]>([
  ['without a reason', '/release withdraw', {}, 'Add the reason'],
  ['with words that it does not know', '/release withdraw it because x', {}, 'Add the reason'],
  ['without advice', '/release withdraw instead because x', {}, 'Add the reason'],
  ['that is not out', LINE, { rows: {}, published: false }, 'Kyma 1.10 is not out'],
  ['twice', LINE, { entries: WITHDRAWN }, 'withdrawn already, since Thu 5 Mar 2020 by alice'],
])('a release is not withdrawn %s', (_, line, more, words) => {
  const answer = answerTo(line, { ...SETTING, ...more });
  expect([answer?.good, answer?.effect]).toEqual([false, undefined]);
  expect(answer?.reply).toContain(words);
});

test.each<[string, Partial<Setting>]>([
  ['that is out and of which nobody got the news', { rows: {} }],
  ['whose tag is gone since', { published: false }],
])('a release is withdrawn %s', (_, more) => {
  expect(answerTo(LINE, { ...SETTING, ...more })?.effect).toEqual({
    because: 'uploads lose data',
    advice: 'Use 1.10.1 instead.',
  });
});

test('where nobody knows whether it is out, the answer says so', () => {
  expect(answerTo(LINE, { ...SETTING, rows: {}, unread: true })?.reply).toContain("couldn't be read");
});

test('advice may be a sentence, or is a common one', () => {
  expect(answerTo('/release withdraw instead go back to 1.9 because x', SETTING)?.effect).toEqual({
    because: 'x',
    advice: 'go back to 1.9',
  });
  expect(answerTo('/release withdraw because x', SETTING)?.effect).toMatchObject({
    advice: expect.stringContaining('Do not install it.') as string,
  });
});

test('a preview of the news that nobody approved can no longer be approved', () => {
  const entries = ['preview', 'lapsed'].map((what) => ({
    key: `1.10.0/${what}/12ab34cd`,
    day: day('2020-03-05'),
    text: '',
  }));
  expect(answerTo('/release approve 12ab34cd', { ...SETTING, entries })?.good).toBe(false);
});
