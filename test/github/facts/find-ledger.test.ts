// The log of an issue among the comments of ours: the oldest, with what younger ones say beside it.
import { day } from '../../../src/domain/day.ts';
import { findLedger } from '../../../src/github/facts/own-issues/decode-own-issue.ts';
import { renderLedger } from '../../../src/memory/ledger.ts';

const KEY = '1.14.0/tracking-issue';

const comment = (databaseId: number | null, text: string, key = KEY) => ({
  id: `IC_${text}`,
  databaseId,
  body: renderLedger(key, [{ key: `1.14.0/${text.replace(' ', '-')}`, day: day('2026-11-10'), text }]),
});
const find = (...comments: readonly ReturnType<typeof comment>[]) => findLedger(comments as never, KEY);

test('the oldest counts, in whatever order they come', () => {
  const [older, younger] = [comment(3, 'from here'), comment(9, 'from there')];
  for (const ledger of [find(older, younger), find(younger, older)]) {
    expect([ledger?.commentId, ledger?.doubles?.map(({ commentId }) => commentId)]).toEqual([3, [9]]);
    expect(ledger?.entries.map(({ text }) => text)).toEqual(['from here', 'from there']);
  }
});

test('one that is listed twice is one', () => {
  expect(find(comment(3, 'a'), comment(3, 'a'))).not.toHaveProperty('doubles');
});

test('what is no log of this issue, or has no id, is none', () => {
  expect(find()).toBeUndefined();
  expect(find(comment(3, 'a', '1.15.0/tracking-issue'), comment(null, 'b'))).toBeUndefined();
});
