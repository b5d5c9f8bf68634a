// What rests while it is unknown what an issue of ours remembers, and what goes on.
import type { Desired } from '../../src/domain/desired.ts';
import type { OwnIssue } from '../../src/domain/observed.ts';
import { holdUnsure } from '../../src/plan/hold-unsure.ts';
import { trackingIssue } from '../support/world.ts';

const WHY = 'its history is gone';

function entry(version: string): Desired {
  return {
    kind: 'entry',
    issue: `${version}/tracking-issue`,
    key: `${version}/a`,
    day: '2020-02-05',
    text: 'a',
    why: 'for the test',
  } as Desired;
}

function opening(key: string): Desired {
  return { kind: 'issue', key, why: 'for the test' } as Desired;
}

function held(issues: readonly OwnIssue[], wishes: readonly Desired[]) {
  const wanted = wishes.map((desired) => ({ duty: 'weather', desired }));
  const { wanted: left, skips } = holdUnsure(wanted, { ownIssues: { known: true, value: issues } });
  return { left: left.map(({ desired }) => desired), named: skips.map(({ what, why }) => [what, why]) };
}

const SURE = trackingIssue('v2');
const UNSURE = { ...trackingIssue('v1'), number: 7, unsure: WHY };
const NAMELESS = { ...UNSURE, key: '?/7', number: 7 };

test('where all is known, nothing rests', () => {
  expect(held([SURE], [entry('v2')])).toEqual({ left: [entry('v2')], named: [] });
});

test('a release rests whose issue is unknown, and no other', () => {
  expect(held([SURE, UNSURE], [entry('v1'), entry('v2')])).toEqual({
    left: [entry('v2')],
    named: [['#7', WHY]],
  });
});

test('while it is unknown which issue one is, none is opened, and those that are there go on', () => {
  const wishes = [opening('v2/tracking-issue'), opening('v3/tracking-issue')];
  expect(held([SURE, NAMELESS], wishes)).toEqual({
    left: [opening('v2/tracking-issue')],
    named: [['#7', WHY]],
  });
  const closed = { ...NAMELESS, state: 'closed' as const };
  expect(held([SURE, closed], wishes)).toEqual({ left: wishes, named: [] });
});
