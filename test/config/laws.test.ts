// What holds for every text.
import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { loadConfig } from '../../src/config/load-config.ts';
import { GOOD, goodConfig, options, presets, sections } from './sample.ts';
import { rounds } from '../support/long.ts';

const KEYS = [
  'extends',
  'roles',
  'tasks',
  'releases',
  'milestones',
  'id',
  'week',
  'due',
  'span',
  'version',
  'release',
];
const key = fc.oneof(
  fc.constantFrom(...KEYS, 'people', 'teams', 'cycle', 'phases', 'tracking-issue'),
  fc.string(),
);
const leaf = fc.oneof(
  fc.constantFrom(
    'comms',
    '2026-11-24',
    'week 5',
    'R-3',
    'rc1 - 1 week',
    'yes',
    'remove',
    'circle-one',
    'constructor',
  ),
  fc.string(),
  fc.integer(),
  fc.constant(null),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
}));
const document = fc.dictionary(key, value, { maxKeys: 8 });

const WELL_TOLD = { inside: true, ordered: true, told: true };

/** Whether every problem lies within the text, in order, and can be read. */
function telling(source: string) {
  const result = loadConfig(source, options);
  const problems = result.ok ? result.warnings : result.problems;
  const lines = source.split(/\r\n|\n|\r/);
  const inside = problems.every(
    ({ line, column, message, fix }) =>
      column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1 && message !== '' && fix !== '',
  );
  const ordered = problems.every(({ line }, index) => line >= (problems[index - 1]?.line ?? 1));
  return { inside, ordered, told: result.ok || problems.length > 0 };
}

test('any text is answered, with problems inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) =>
      expect(telling(source)).toEqual(WELL_TOLD),
    ),
    { numRuns: rounds(125, 500) },
  );
  const yaml = fc.array(
    fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '#',
      '&a ',
      '*a',
      '|',
      '!',
      '\t',
      '?',
      '---\n',
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      yaml.map((parts) => parts.join('')),
      (source) => expect(telling(source)).toEqual(WELL_TOLD),
    ),
    { numRuns: rounds(500, 2000) },
  );
});

test('any YAML is answered, with problems inside the text', () => {
  fc.assert(
    fc.property(document, (given) => expect(telling(dump(given))).toEqual(WELL_TOLD)),
    { numRuns: rounds(250, 1000) },
  );
});

test('a good text with one character changed, added or lost is answered', () => {
  const place = fc.nat({ max: GOOD.length });
  const piece = fc.oneof(
    fc.string({ maxLength: 2 }),
    fc.constantFrom('\n', '\t', ':', ' ', '- ', '"', '\u202e'),
  );
  fc.assert(
    fc.property(place, fc.nat({ max: 3 }), piece, (offset, lost, added) =>
      expect(telling(GOOD.slice(0, offset) + added + GOOD.slice(offset + lost))).toEqual(WELL_TOLD),
    ),
    { numRuns: rounds(250, 1000) },
  );
});

test('locating never fails and stays inside the file', () => {
  const { locate } = goodConfig(GOOD);
  const part = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constantFrom('releases', 'tasks', '1.10.0', 'milestones', 'theme', 'due'),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (path) => {
      const { line, column } = locate({ code: 'x', severity: 'error', path, message: 'M.', fix: 'N.' });
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(GOOD.split('\n').length);
      expect(column).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('an empty preset changes nothing, before or after another', () => {
  const plain = goodConfig(GOOD).config;
  for (const names of ['[empty, comms]', '[comms, empty]', '[comms, comms]']) {
    const { config } = goodConfig(GOOD.replace('[comms]', names));
    expect({ ...config, extends: [] }).toEqual({ ...plain, extends: [] });
  }
});

test('what stands in a preset does the same as in the file', () => {
  const rest = GOOD.slice(GOOD.indexOf('\n') + 1);
  const given = { sections, presets: { ...presets, rest } };
  const { config } = goodConfig('extends: [comms, rest]\n', given);
  expect({ ...config, extends: [] }).toEqual({ ...goodConfig(GOOD).config, extends: [] });
});
