// The words for what GitHub refused: its reasons, shortened, and the permission that is missing.
import { failureWords, isLimit, isRefusal, wordsOfRefusal } from '../../src/github/failure.ts';

function graphqlError(...messages: readonly string[]): Error {
  const lines = messages.map((message) => ` - ${message}`).join('\n');
  return Object.assign(new Error(`Request failed due to following response errors:\n${lines}`), {
    name: 'GraphqlResponseError',
    errors: messages.map((message) => ({ message })),
  });
}

function refusal(message: string, status: number, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

test.each([
  ['one reason', ['Something went wrong'], 'Something went wrong'],
  ['the same for every part', ['No access', 'No access'], 'No access'],
  ['three', ['a', 'b', 'c'], 'a; b; c'],
  ['many', ['a', 'b', 'c', 'd', 'e'], 'a; b; c; and 2 more'],
  ['one that just fits', ['x'.repeat(200)], 'x'.repeat(200)],
  ['a long one', ['x'.repeat(300)], `${'x'.repeat(199)}…`],
  ['lines', ['first\nsecond'], 'first'],
])('GraphQL refuses with %s', (_, messages, words) => {
  expect(failureWords(graphqlError(...messages))).toBe(words);
});

const DENIED = 'Resource not accessible by integration';

test.each([
  ['issues=write', '; it needs issues: write'],
  ['issues=write; pull_requests=write', '; it needs issues: write'],
  ['pull_requests=write,contents=read', '; it needs pull_requests: write and contents: read'],
  ['<script>', ''],
])('a token without the right %s', (accepted, needed) => {
  const error = refusal(DENIED, 403, { 'x-accepted-github-permissions': accepted });
  expect(failureWords(error)).toBe(`${DENIED} (403)${needed}`);
  expect(wordsOfRefusal(error)).toBe(`${DENIED}, 403${needed}`);
});

test('where nothing is missing, no permission is named', () => {
  const headers = { 'x-accepted-github-permissions': 'issues=write' };
  expect(failureWords(refusal('Validation Failed - https://docs.github.com/rest', 422, headers))).toBe(
    'Validation Failed (422)',
  );
});

const words = (remaining: string, message: string) =>
  failureWords(
    refusal(message, 403, { 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': '1578484800' }),
  );

test('a limit says until when, the primary one alone', () => {
  expect(words('0', 'API rate limit exceeded for installation')).toContain('used up until');
  expect(words('50', 'You have exceeded a secondary rate limit')).not.toContain('until');
  expect(words('0', DENIED)).not.toContain('until');
});

test.each([
  ['a right that is missing', refusal(DENIED, 403), true],
  ['a thing that is not there', refusal('Not Found', 404), true],
  ['a thing that was deleted', refusal('Gone', 410), true],
  ['a value that GitHub does not take', refusal('Validation Failed', 422), true],
  ['a limit', refusal('API rate limit exceeded', 403, { 'x-ratelimit-remaining': '0' }), false],
  ['a limit without numbers', refusal('You have exceeded a secondary rate limit', 403), false],
  ['a mistake of GitHub', refusal('Bad Gateway', 502), false],
  ['a broken connection', new Error('socket hang up'), false],
])('%s is refused for good: %#', (_, error, isForGood) => {
  expect(isRefusal(error)).toBe(isForGood);
});

test.each([
  ['too many requests, without a word', refusal('', 429), true],
  ['a time to wait', refusal('', 403, { 'retry-after': '60' }), true],
  ['nothing left', refusal('', 403, { 'x-ratelimit-remaining': '0' }), true],
  ['words alone', refusal('You have exceeded a secondary rate limit.', 403), true],
  ['words without a status', graphqlError('API rate limit exceeded'), true],
  ['a right that is missing', refusal(DENIED, 403), false],
  ['a failure with the words of a limit', refusal('rate limit', 500), false],
  ['what is no error', 'rate limit', false],
])('GitHub asks for patience: %s', (_, error, limit) => {
  expect(isLimit(error)).toBe(limit);
});
