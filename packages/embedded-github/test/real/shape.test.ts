// Two shapes laid side by side: what is more, what is less, what is of another type.
import { differences, shapeOf } from './shape.ts';

const real = shapeOf([
  { id: 1, user: { login: 'a' }, labels: [{ name: 'x', color: 'f00' }], note: null },
  { id: 2, user: { login: 'b' }, labels: [], note: 'text', extra: true },
]);

test.each([
  ['the same', { id: 3, user: { login: 'c' }, labels: [], note: null }, []],
  [
    'a field more',
    { id: 3, user: { login: 'c' }, labels: [], note: '', own: 1 },
    ['own: is not there really'],
  ],
  ['a field less', { id: 3, user: {}, labels: [], note: '' }, ['user.login: is missing']],
  ['another type', { id: '3', user: { login: 'c' }, labels: [], note: '' }, ['id: is string, really number']],
  [
    'a difference in a list',
    { id: 3, user: { login: 'c' }, labels: [{ name: null }], note: '' },
    ['labels[].name: is null, really string', 'labels[].color: is missing'],
  ],
])('%s', (_, ours, expected) => {
  expect(differences(shapeOf([ours]), real)).toEqual(expected);
});
