// What is said of a discussion that could not be written, and whether it may be there all the same.
import { discussionFailure } from '../../../src/github/apply/discussion-failure.ts';

const refused = (...types: readonly string[]) =>
  Object.assign(new Error('no'), { errors: types.map((type) => ({ type })) });
const status = (code: number) => Object.assign(new Error('no'), { status: code });

test.each([
  ['FORBIDDEN', refused('FORBIDDEN'), 'forbidden', /permission discussions: write/],
  ['a token without the scope', refused('INSUFFICIENT_SCOPES'), 'forbidden', /discussions: write/],
  ['a 403', status(403), 'forbidden', /discussions: write/],
  ['what is gone', refused('NOT_FOUND'), 'message_not_found', /is gone/],
  ['a limit', refused('RATE_LIMITED'), 'rate_limited', /tried again later/],
  ['a value', refused('SERVICE', 'UNPROCESSABLE'), 'unprocessable', /did not take/],
  ['a 422', status(422), '422', /did not take/],
])('GitHub refuses for sure: %s', (_, error, code, line) => {
  const failure = discussionFailure(error, 'write');
  expect(failure).toMatchObject({ kind: 'failed', code, certain: true });
  expect(failure).toHaveProperty('line', expect.stringMatching(line));
});

test.each([
  ['a broken connection', new Error('socket hang up'), 'no-answer'],
  ['a bad gateway', status(502), '502'],
  ['an error without a known type', refused('SERVICE'), 'no-answer'],
])('a write that may have been done is not certain: %s', (_, error, code) => {
  expect(discussionFailure(error, 'write')).toEqual({
    kind: 'failed',
    code,
    line: `GitHub gave no clear answer (${code}); look whether the discussion is there.`,
    certain: false,
  });
  expect(discussionFailure(error, 'read')).toMatchObject({ code, certain: true });
});
