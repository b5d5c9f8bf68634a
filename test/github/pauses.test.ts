// What decides how long a pause lasts: the setting, never the address.
import { leapingPauses, pausesOf, waiting } from '../../src/github/pauses.ts';
import { startPacer } from '../../src/github/pacer.ts';
import { virtualClock } from '../support/virtual-clock.ts';

test.each([
  ['nothing is set', {}, true, 1000],
  ['none are wanted', { RELCOMMS_PAUSES: 'none' }, false, 1],
  ['the setting is a word that nobody knows', { RELCOMMS_PAUSES: 'off' }, true, 1000],
  ['the API is on this machine', { GITHUB_API_URL: 'http://127.0.0.1:1/api/v3' }, true, 1000],
])('pauses when %s', (_, env, areMade, second) => {
  const clock = virtualClock(0);
  expect(pausesOf(env, clock)).toEqual({ ...(areMade && { clock }), second });
});

test('a leaping clock lets a pacer make all of its pauses at once', async () => {
  const { clock, second } = leapingPauses(() => 5_000);
  if (clock === undefined) throw new Error('no clock');
  const pacer = startPacer(clock);
  for (let write = 0; write < 3; write++)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    (await pacer.admit('notice'))();
  expect({ now: clock.now(), second }).toEqual({ now: 11_000, second: 1 });
});

test('other waits shrink with the second', async () => {
  const slept: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    slept.push(milliseconds);
    return Promise.resolve();
  };
  await waiting({ second: 1000 }, { sleep })(2_000);
  await waiting({ second: 1 }, { sleep })(2_000);
  expect(slept).toEqual([2_000, 2]);
});
