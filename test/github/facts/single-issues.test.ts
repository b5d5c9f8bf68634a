// Issues by their numbers: what GitHub says is not there is gone, and any other refusal is one.
import { singleIssues } from '../../../src/github/facts/own-issues/single-issues.ts';
import { partialFailure, scriptedGitHub } from '../../support/scripted-github.ts';

const refusing = (message: string) =>
  scriptedGitHub({
    graphql: () =>
      Promise.reject(partialFailure({ repository: { issue7: null } }, ['repository', 'issue7'], message)),
  });

test('one that is not there is gone', async () => {
  const github = refusing('Could not resolve to an Issue with the number of 7.');
  expect(await singleIssues(github, ['relcomms[bot]'], [7])).toEqual({
    issues: [],
    comments: new Map(),
    gone: [7],
  });
});

test('one that may not be read is no answer', async () => {
  await expect(singleIssues(refusing('Resource not accessible'), ['relcomms[bot]'], [7])).rejects.toThrow(
    'Resource not accessible',
  );
});
