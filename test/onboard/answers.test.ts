// What a comment with `/release onboard` is answered, and what doctor says of a repository without a config.
import { judgeOnboarding } from '../../src/doctor/examine-onboarding.ts';
import { notes } from '../../src/onboard/notes.ts';
import { answerTo } from '../../src/run/answer-onboarding.ts';
import type { Onboarded } from '../../src/run/onboard.ts';

const ASKED = { author: 'alice', commentId: 12, issue: 3 };
const KEY = 'onboarding/command/12';
const PLANNED = { kind: 'planned', operation: {} as never } as const;

test.each<[Onboarded, string | undefined, string | undefined]>([
  [{ kind: 'opened', number: 7 }, '+1', undefined],
  [{ kind: 'open', number: 7 }, '+1', '#7 is open: merge it, edit its config, or close it'],
  [{ kind: 'none', why: notes.noMaintainer(), isRefused: true }, 'confused', undefined],
  [{ kind: 'none', why: notes.noDraft() }, 'confused', 'could be made from it: run `relcomms init`.'],
  [{ kind: 'none', why: notes.refused('by @bob, <b>') }, 'confused', '(by @&#8203;bob, &lt;b&gt;)'],
  [{ kind: 'later' }, undefined, undefined],
])('%j is answered with %s and %s', (made, reaction, words) => {
  const operations = answerTo(ASKED, made);
  const bodies = operations.flatMap((one) => (one.kind === 'create-pull-comment' ? [one] : []));
  expect(bodies.map(({ key, number }) => [key, number])).toEqual(
    words === undefined ? [] : [[`${KEY}/reply`, 3]],
  );
  expect(bodies[0]?.body ?? '').toContain(words ?? '');
  expect(operations.flatMap((one) => (one.kind === 'add-reaction' ? [one.content] : []))).toEqual(
    reaction === undefined ? [] : [reaction],
  );
});

const WHERE = { owner: 'acme', repo: 'demo', site: 'https://github.com', credential: 'PRIVATE_KEY' } as const;

test.each<[Onboarded, boolean, string, string]>([
  [{ kind: 'open', number: 7 }, true, 'it is not on the default branch: #7 proposes one', 'Merge #7'],
  [
    { kind: 'none', why: notes.fork() },
    true,
    'and no pull request proposes one: the repository is a fork',
    'relcomms init',
  ],
  [PLANNED, true, 'it is not on the default branch', 'a maintainer writes /release onboard in an issue'],
  [PLANNED, false, 'it is not on the default branch', 'Write it with relcomms init'],
])('doctor says of %j', (made, isApp, found, fix) => {
  const checkup = judgeOnboarding(made, '.github/relcomms.yml', { ...WHERE, isApp });
  expect(checkup.state).toBe('broken');
  expect([checkup.found.includes(found), checkup.fix?.includes(fix)]).toEqual([true, true]);
});
