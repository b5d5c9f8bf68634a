// What became of each write of one mutation.
import { readAnswers } from '../../../../src/github/apply/together/read-answers.ts';
import { failureWords, isLimit, statusOf } from '../../../../src/github/failure.ts';

const MADE = { commentEdge: { node: { id: 'IC_7', databaseId: 7 } } };

function errorOf(...given: Parameters<typeof readAnswers>): unknown {
  const [answer] = readAnswers(...given);
  return answer?.kind === 'done' ? undefined : answer?.error;
}

test('each has its own answer: made, done, refused, and unknown where GitHub broke down on it', () => {
  const data = { w0: MADE, w1: { issueComment: { id: 'IC_1' } }, w2: null, w3: null };
  const errors = [
    { path: ['w2'], type: 'NOT_FOUND', message: 'Could not resolve to a node' },
    { path: ['w3'], message: 'Something went wrong while executing your query.' },
  ];
  expect(readAnswers(5, data, errors)).toEqual([
    { kind: 'done', made: { id: 'IC_7', commentId: 7 } },
    { kind: 'done', made: undefined },
    { kind: 'refused', error: expect.objectContaining({ status: 404 }) as unknown },
    { kind: 'unclear', error: new Error('Something went wrong while executing your query.') },
    { kind: 'unclear', error: new Error('GitHub did not say what became of it') },
  ]);
});

test('an error without a path is about all that has no answer', () => {
  const errors = [{ message: 'Timeout on validation of query' }];
  expect(readAnswers(2, { w1: MADE }, errors).map(({ kind }) => kind)).toEqual(['unclear', 'done']);
});

test('a refusal says what the token lacks, as one by REST does', () => {
  const message = 'Resource not accessible by integration';
  const error = errorOf(1, { w0: null }, [{ path: ['w0'], type: 'FORBIDDEN', message }]);
  expect(failureWords(error)).toBe(`${message} (403); it needs issues: write`);
  const locked = { path: ['w0'], type: 'FORBIDDEN', message: 'Issue is locked' };
  expect(failureWords(errorOf(1, { w0: null }, [locked]))).toBe('Issue is locked (403)');
});

test.each(['was submitted too quickly', 'API rate limit exceeded for relcomms.'])(
  '%s: a limit, not a failure',
  (message) => {
    const [answer] = readAnswers(1, { w0: null }, [{ path: ['w0'], type: 'UNPROCESSABLE', message }]);
    expect(answer?.kind).toBe('refused');
    const error = errorOf(1, {}, [{ type: 'RATE_LIMITED', message }]);
    expect([isLimit(error), statusOf(error)]).toEqual([true, undefined]);
  },
);
