// Who muted a release, as its log keeps them: nobody is no word.
import { mutedState } from '../../../src/duties/tracking-issue/tasks/muted-state.ts';

test.each<[readonly string[], object]>([
  [[], {}],
  [['alice', 'bob'], { muted: ['alice', 'bob'] }],
])('of %j the log keeps %j', (muted, kept) => {
  expect(mutedState(muted)).toEqual(kept);
});
