// Labels that the section names and that the repository lacks find nothing: what hangs on them is not watched.
import { approvalsDuty } from '../../../src/duties/approvals/index.ts';
import { inputOf } from './world.ts';

const NAMED = {
  labels: ['blocker'],
  'cherry-pick-labels': ['cherry-pick'],
  'pick-labels': ['pick/1.14', 'later'],
};

function lacks(config: Readonly<Record<string, unknown>>, labels: readonly string[]) {
  const input = inputOf({ config, labels: labels.map((name) => ({ name })) });
  return approvalsDuty.desire(input).lacks?.map(({ kinds, why, fix }) => [kinds, why, fix]);
}

function asked(config: Readonly<Record<string, unknown>>) {
  return approvalsDuty.asks?.(inputOf({ config }))?.labels;
}

test('each is named once, with what is not found and the key to correct', () => {
  expect(lacks(NAMED, ['Later'])).toEqual([
    [
      ['approval'],
      'the repository has no label "blocker"',
      'Create the label, or name another one in "approvals.labels".',
    ],
    [
      ['cherry-pick'],
      'the repository has no label "pick/1.14"',
      'Create the label, or name another one in "approvals.pick-labels".',
    ],
  ]);
});

test('a label by default may be missing: nobody named it', () => {
  expect(lacks({}, [])).toEqual([]);
  expect(lacks(NAMED, ['blocker', 'pick/1.14', 'later'])).toEqual([]);
});

test('they are looked for; those by default are not', () => {
  expect(asked({})).toEqual(['needs-approval', 'relcomms/quiet']);
  expect(asked(NAMED)).toEqual(['needs-approval', 'relcomms/quiet', 'blocker', 'pick/1.14', 'later']);
});
