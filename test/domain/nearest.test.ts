// What a misspelt word meant, and that unrelated words are left without a guess.
import { namesOf } from '../../src/commands/book.ts';
import { nearest } from '../../src/domain/nearest.ts';
import { COMMANDS } from '../../src/duties/index.ts';

const NAMES = namesOf(COMMANDS);

test.each([
  ['dun', 'done'],
  ['doen', 'done'],
  ['donne', 'done'],
  ['staus', 'status'],
  ['stats', 'status'],
  ['hepl', 'help'],
  ['hlp', 'help'],
  ['asign', 'assign'],
  ['assing', 'assign'],
  ['tkae', 'take'],
  ['silp', 'slip'],
  ['sikp', 'skip'],
  ['undone', 'undo'],
  ['muet', 'mute'],
  ['unmut', 'unmute'],
])('%s means %s', (word, meant) => expect(nearest(word, NAMES)).toBe(meant));

test.each('foo bar deploy merge move note stop open list plan lgtm hold a x ok'.split(' '))(
  '%s means none of the commands',
  (word) => expect(nearest(word, NAMES)).toBeUndefined(),
);

test('longer words may have more mistakes, and capitals are none', () => {
  expect(nearest('Milstnoes', ['releases', 'milestones'])).toBe('milestones');
  expect(nearest('tracking', ['milestones', 'roles'])).toBeUndefined();
  expect(nearest('lead', ['leading'])).toBeUndefined();
  // Vowels count half: two that are missing are one mistake.
  expect(nearest('rlse', ['release'])).toBeUndefined();
  expect(nearest('rl', ['role'])).toBe('role');
  expect(nearest('tm', ['team', 'teams'])).toBe('team');
});
