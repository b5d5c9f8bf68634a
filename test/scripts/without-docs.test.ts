// What the build takes out of a schema's source, and what it leaves.
import { withoutMeta } from '../../scripts/without-docs.js';

test.each([
  ["text().meta({ description: 'A name.', example: 'x' })", 'text()'],
  ["list(text().meta({ description: 'One (of }' })).meta({ single: true })", 'list(text())'],
  ['keys({ a: yesNo().meta({\n  example: { b: [1, 2] },\n}) })', 'keys({ a: yesNo() })'],
  ["a.meta({ description, defaultText: on ? 'on' : 'off' }).optional()", 'a.optional()'],
  ['a.meta({ example: `)` })', 'a'],
])('what only documentation asks goes: %s', (source, left) => {
  expect(withoutMeta(source)).toBe(left);
});

test.each([
  'scalar().meta({ json })',
  "lead().meta({ description: 'A day.', json: { type: 'string' } })",
  'schema.meta()',
  'schema.meta(given)',
  "const meta = { description: 'A name.' };",
])('what says something to a run stays: %s', (source) => {
  expect(withoutMeta(source)).toBe(source);
});
