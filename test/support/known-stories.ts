// Interleavings of people, App and Action in which a word of a person was lost once.
import type { Moment, Round, Story } from './task-interleavings.ts';

const round = (who: Round['who'], moments: readonly Moment[], more: Partial<Round> = {}): Round => ({
  who,
  order: [0],
  moments,
  stale: [],
  refused: undefined,
  ...more,
});
const box = (when: Moment['when'], turn: number, task: number): Moment => ({
  when,
  turn,
  act: { kind: 'box', task },
});
const state = (when: Moment['when'], turn: number, task: number): Moment => ({
  when,
  turn,
  act: { kind: 'issue', task },
});
const refused = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';

export const KNOWN_STORIES: readonly Story[] = [
  // Two runs clear and keep the same box; the next one reads a body that is older than its look.
  {
    start: [false, true, false],
    rounds: [
      round('both', [state('before', 4, 1), box('before', 0, 0)], {
        order: [1, 1, 0, 0, 1, ...Array<number>(35).fill(0)],
      }),
      round('app', [state('before', 0, 2)], { stale: ['RelcommsBody'] }),
    ],
  },
  // One run puts back what it ran over; another one, with the older body in hand, runs over that.
  {
    start: [false, false, false],
    rounds: [
      round('both', [box('before', 4, 0), box('before', 0, 0)], {
        order: [0, 1, 0, 0, 1, 1, 0, 0, 1, ...Array<number>(31).fill(0)],
      }),
    ],
  },
  // An issue is closed, its box ticked, the log refused, and the issue reopened.
  {
    start: [false, true, false],
    rounds: [round('action', [state('before', 0, 0), state('before', 5, 0)], { refused })],
  },
  // The other way round.
  {
    start: [true, true, true],
    rounds: [round('action', [state('before', 0, 0), state('before', 5, 0)], { refused })],
  },
  // A run with old eyes clears a box and puts it back; the other one has seen only the first half.
  {
    start: [false, false, false],
    rounds: [
      round('app', [box('before', 0, 0)]),
      round('both', [{ when: 'before', turn: 0, act: { kind: 'line', task: 0 } }], {
        order: [1, 0, 1, 0, 1, 1, 0, 0, 0, 1, ...Array<number>(30).fill(0)],
        stale: ['RelcommsLook', 'RelcommsBody'],
      }),
    ],
  },
  // Its box is ticked for an issue that has just been reopened, and the log is refused.
  {
    start: [false, false, false],
    rounds: [
      round('app', [state('before', 3, 1), state('before', 0, 0)]),
      round('both', [state('after', 9, 1), box('before', 5, 0)], {
        stale: ['RelcommsLook', 'RelcommsBody'],
        refused,
      }),
    ],
  },
];
