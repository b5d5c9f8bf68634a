// What a comment is about and whom it tells, for the plan, the summary and the log.
import { describe as wordsOf } from '../../src/text/describe-operation.ts';

const comment = (body: string) =>
  wordsOf({ kind: 'create-comment', issue: { number: 1 }, key: 'k', entry: 'k', body, why: 'w' } as never);

test.each([
  [
    '### Kyma 1.11: RC1, in 2 days\n\n- **RC1:** Thu\n\nFor: @alice\n\n@acme/api: RC1: run your tests.',
    'comment on #1 to alice, acme/api: “Kyma 1.11: RC1, in 2 days”',
  ],
  [
    '@carol, @acme/api: these tests still fail.',
    'comment on #1 to carol, acme/api: “these tests still fail.”',
  ],
  ['<!-- relcomms:v1 x -->\nAll tests pass again.', 'comment on #1: “All tests pass again.”'],
  ['Hello `@dave` and a&#8203;b', 'comment on #1: “Hello @dave and ab”'],
  ['“RC1 is late” to one address', 'comment on #1: “‘RC1 is late’ to one address”'],
  ['', 'comment on #1'],
])('%j', (body, words) => {
  expect(comment(body)).toBe(words);
});

test('many names and long words are cut, the words between two of them', () => {
  const names = Array.from({ length: 7 }, (_, index) => `@p${index}`).join(', ');
  expect(comment(`${names}: ${'wordy '.repeat(40)}`)).toBe(
    `comment on #1 to p0, p1, p2, p3, p4 and 2 more: “${'wordy '.repeat(13).trim()}…”`,
  );
});
