// Mails are counted beside the runs: one config at a time, one pull request of a repository, nobody kept waiting.
import type { PersonMails } from '../../src/config-check/mails.ts';
import { type Forecasts, startForecasts } from '../../src/server/forecasts.ts';
import type { Known } from '../../src/domain/known.ts';

type Answer = Known<readonly PersonMails[]>;

/** Counts nothing by itself: the test answers each text when it likes. */
function byHand() {
  const started: string[] = [];
  const open = new Map<string, (answer: Answer) => void>();
  const failures: string[] = [];
  const forecasts = startForecasts(
    (text, stop) => {
      started.push(text);
      stop.addEventListener('abort', () => open.get(text)?.({ known: false, why: 'stopped' }));
      return new Promise((resolve) => open.set(text, resolve));
    },
    (why) => failures.push(why),
  );
  const answer = async (text: string, given: Answer = counted(text)): Promise<void> => {
    open.get(text)?.(given);
    open.delete(text);
    await settle();
  };
  return { forecasts, started, failures, answer };
}

/** Lets everything go on that waits for nothing but promises. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const mailsOf = (text: string): PersonMails[] => [{ login: 'alice', total: text.length }];
const counted = (text: string): Answer => ({ known: true, value: mailsOf(text) });

function asker(forecasts: Forecasts, repository: string) {
  const wakes: string[] = [];
  return { wakes, ask: forecasts.askFor(repository, () => wakes.push(repository)) };
}

test('an answer comes later, with a wake, and is remembered for both texts', async () => {
  const { forecasts, started, answer } = byHand();
  const { ask, wakes } = asker(forecasts, 'acme/demo');
  expect(ask('now', 'then')).toBe('later');
  await settle();
  await answer('now');
  expect([started, wakes]).toEqual([['now', 'then'], []]);
  await answer('then');
  await forecasts.idle();
  expect(wakes).toEqual(['acme/demo']);
  expect(ask('now', 'then')).toEqual({
    known: true,
    value: { before: mailsOf('now'), after: mailsOf('then') },
  });
  expect(ask('then', 'now')).toMatchObject({ known: true });
  expect(ask(undefined, 'now')).toEqual({ known: true, value: { before: undefined, after: mailsOf('now') } });
  expect(ask('now', 'other')).toBe('later');
  await settle();
  expect(started).toEqual(['now', 'then', 'other']);
});

test('one config at a time; repositories take turns, however many pull requests one of them has', async () => {
  const { forecasts, started, answer } = byHand();
  const demo = asker(forecasts, 'acme/demo');
  const other = asker(forecasts, 'acme/other');
  for (const text of ['a1', 'a2', 'a3', 'a1']) expect(demo.ask(undefined, text)).toBe('later');
  expect(other.ask(undefined, 'b1')).toBe('later');
  await settle();
  expect(started).toEqual(['a1']);
  await answer('a1');
  expect([started, demo.wakes]).toEqual([['a1', 'b1'], ['acme/demo']]);
  expect(demo.ask(undefined, 'a1')).toMatchObject({ known: true });
  expect(demo.ask(undefined, 'a2')).toBe('later');
  await answer('b1');
  expect([started, other.wakes]).toEqual([['a1', 'b1', 'a2'], ['acme/other']]);
});

test('a failure is told once, then it is tried again', async () => {
  const { forecasts, started, failures, answer } = byHand();
  const { ask, wakes } = asker(forecasts, 'acme/demo');
  ask('now', 'then');
  await settle();
  await answer('now', { known: false, why: 'too slow' });
  expect([started, wakes, failures]).toEqual([['now'], ['acme/demo'], ['too slow']]);
  expect(ask('now', 'then')).toEqual({ known: false, why: 'too slow' });
  expect(ask('now', 'then')).toBe('later');
});

test('a counter that throws is a failure like another', async () => {
  const forecasts = startForecasts(
    () => Promise.reject(new Error('no memory')),
    () => {},
  );
  const { ask } = asker(forecasts, 'acme/demo');
  ask(undefined, 'x');
  await forecasts.idle();
  expect(ask(undefined, 'x')).toEqual({ known: false, why: 'no memory' });
});

test('when eight repositories wait, a further one does without', async () => {
  const { forecasts } = byHand();
  for (let index = 0; index < 8; index++)
    expect(asker(forecasts, `acme/r${index}`).ask(undefined, `${index}`)).toBe('later');
  expect(asker(forecasts, 'acme/late').ask(undefined, 'x')).toEqual({
    known: false,
    why: '8 other repositories wait for theirs',
  });
});

test('closing stops what is played, starts nothing more and wakes nobody', async () => {
  const { forecasts, started, failures } = byHand();
  const demo = asker(forecasts, 'acme/demo');
  const other = asker(forecasts, 'acme/other');
  demo.ask(undefined, 'a');
  other.ask(undefined, 'b');
  await settle();
  await forecasts.close();
  expect([started, demo.wakes, other.wakes, failures]).toEqual([['a'], [], [], []]);
  expect(demo.ask(undefined, 'c')).toBe('later');
  await settle();
  expect(started).toEqual(['a']);
});
