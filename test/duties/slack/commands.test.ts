// How commands about messages are answered where they are written.
import { answerTo } from './answer.ts';
import { type Setting, inputOf } from './world.ts';

const ANNOUNCE = '/release Announce The cluster is down because of a storm';

test('an announcement is the text as it was written, cut where it is too long', () => {
  expect(answerTo(ANNOUNCE)).toMatchObject({
    good: true,
    effect: 'The cluster is down because of a storm',
    risk: expect.stringContaining("The announcement didn't reach every channel."),
  });
  expect(answerTo(`/release announce ${'🎉'.repeat(1005)}`)?.effect).toBe('🎉'.repeat(1000));
});

test.each<[string, Partial<Setting>, string]>([
  ['without words', {}, 'Add the text'],
  ['with no audience', { audiences: {} }, 'the config has no `audiences`'],
  ['while messages are paused', { config: { paused: 'yes' } }, 'Messages are paused'],
  [
    'with nobody inside',
    { config: { dates: ['press'] } },
    '`dates` in the section `slack` names no internal',
  ],
])('nothing is announced %s, and the answer says so', (name, more, expected) => {
  const answer = answerTo(name === 'without words' ? '/release announce ' : ANNOUNCE, more);
  expect([answer?.good, answer?.effect]).toEqual([false, undefined]);
  expect(answer?.reply).toContain(expected);
});

test('nothing is announced and approved without the section', () => {
  expect(answerTo(ANNOUNCE, {}, false)?.reply).toContain('the config has no section `slack`');
  expect(answerTo('/release approve 12345678', {}, false)?.reply).toContain('no section `slack`');
});

test('a message is approved whose preview was shown', () => {
  const entries = [
    {
      key: '1.10.0/preview/12ab34cd',
      day: inputOf({ now: '2020-02-05T10:00:00Z' }).releases[0]?.start ?? ('' as never),
      text: '',
    },
  ];
  expect(answerTo('/release approve 12AB34CD', { entries })).toMatchObject({
    good: true,
    effect: '12ab34cd',
  });
  expect(answerTo('/release approve 00000000', { entries })?.reply).toContain('No message with that name');
  expect(answerTo('/release approve', { entries })?.good).toBe(false);
});
