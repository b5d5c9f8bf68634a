// Dates that look like copies of a milestone and are none: they are left alone, whatever they say.
import { type CopyFormat, formatOf } from '../../src/copies/copied-release.ts';
import { findDates } from '../../src/copies/find-dates.ts';
import { aRelease } from '../support/copies/releases.ts';

const HEAD = '| What | When |\n| --- | --- |\n';

/** Each holds the former day of the code freeze, or another wrong one, beside its title. */
const FRIENDS: readonly (readonly [why: string, path: string, text: string])[] = [
  ['another version in the row', 'a.md', `${HEAD}| Code freeze of 1.33 | 2026-11-03 |\n`],
  ['another version in the heading', 'a.md', `# Acme 1.35\n\n${HEAD}| Code freeze | 2026-11-03 |\n`],
  [
    'another version in the name of the file',
    'releases/1.35/dates.md',
    `${HEAD}| Code freeze | 2026-11-03 |\n`,
  ],
  ['another version in the line above', 'a.md', `Dates of v1.35.0:\n\n${HEAD}| Code freeze | 2026-11-03 |\n`],
  ['a patch release', 'a.md', `${HEAD}| 1.34.1 released | 2026-12-02 |\n`],
  ['an example in a fence', 'a.md', `\`\`\`md\n${HEAD}| Code freeze | 2026-11-03 |\n\`\`\`\n`],
  ['an example by its heading', 'a.md', `## Example\n\n${HEAD}| Code freeze | 2026-11-03 |\n`],
  ['a comment', 'a.md', `<!--\n${HEAD}| Code freeze | 2026-11-03 |\n-->\n`],
  ['a comment in a cell', 'a.md', `${HEAD}| Code freeze | to be said <!-- 2026-11-03 --> |\n`],
  ['history in a cell', 'a.md', `${HEAD}| Code freeze | soon (was Nov 3, 2026) |\n`],
  ['history in an item', 'a.md', '- Code freeze: was moved from 3 November 2026\n'],
  ['what is struck out', 'a.md', `${HEAD}| Code freeze | ~~Nov 3~~ |\n`],
  [
    'a column of former days',
    'a.md',
    '| What | Previous date |\n| --- | --- |\n| Code freeze | 2026-11-03 |\n',
  ],
  ['an address', 'a.md', `${HEAD}| Code freeze | https://acme.dev/2026-11-03/code-freeze |\n`],
  ['a target of a link', 'a.md', `${HEAD}| Code freeze | [notes](notes/2026-11-03.md) |\n`],
  ['a day that may be two', 'a.md', `${HEAD}| Code freeze | 11/03/2026 |\n`],
  ['prose', 'a.md', 'Code freeze was on 3 November 2026, and we moved it.\n'],
  ['a changelog', 'CHANGELOG.md', `${HEAD}| Code freeze | 2026-11-03 |\n`],
  ['the end of it', 'a.md', `${HEAD}| End of code freeze | 2026-11-24 |\n| Code freeze ends | Nov 24 |\n`],
  ['what is about it', 'a.md', `${HEAD}| Brace Yourself, Code Freeze is Coming | 2026-11-03 |\n`],
  ['the same row of a release long ago', 'a.md', `${HEAD}| Code freeze | 2025-11-04 |\n`],
  ['a day of the other release of the config', 'a.md', `${HEAD}| Code freeze | 2026-07-07 |\n`],
  ['a column of another version', 'a.md', '| What | 1.33 |\n| --- | --- |\n| Code freeze | 2026-11-03 |\n'],
  ['YAML of another version', 'a.yml', '- version: 1.33\n  code-freeze: 2026-11-03\n'],
  ['the next release in a map', 'a.yml', 'release: 1.34\nnext:\n  release: 1.34.1\n  date: 2026-12-02\n'],
  ['a comment of YAML', 'a.yml', 'version: 1.34\n# code-freeze: 2026-11-03\n'],
  ['a sentence in YAML', 'a.yml', 'code-freeze: it was on 2026-11-03 and is later now\n'],
  ['a former day in YAML', 'a.yml', 'name: Code freeze\nmoved-from: 2026-11-03\ncreated: 2026-11-03\n'],
  [
    'a start or an end of life of a version',
    'a.yml',
    '- version: 1.34\n  start: 2026-08-31\n  eol: 2027-12-02\n',
  ],
  ['JSON of another release', 'a.json', '{"1.35": {"code-freeze": "2026-11-03"}}'],
  [
    'an event that is cancelled',
    'a.ics',
    'BEGIN:VEVENT\nSTATUS:CANCELLED\nSUMMARY:Code freeze\nDTSTART:20261103\nEND:VEVENT\n',
  ],
  [
    'an event of another release',
    'a.ics',
    'BEGIN:VEVENT\nSUMMARY:Code freeze (1.33)\nDTSTART:20261103\nEND:VEVENT\n',
  ],
];

test.each(FRIENDS)('%s', (_, path, text) => {
  const found = findDates(text, formatOf(path) as CopyFormat, aRelease('1.34.0'), {
    path,
    others: [aRelease('1.33.0')],
  });
  expect((found ?? []).flatMap(({ edits }) => edits)).toEqual([]);
});

test('each of them would be found without what makes it none', () => {
  const text = `# Acme 1.34\n\n${HEAD}| Code freeze | 2026-11-03 |\n`;
  expect(findDates(text, 'markdown', aRelease('1.34.0'), { path: 'a.md', others: [] })).toMatchObject([
    { line: 5, milestone: 'code-freeze', says: '2026-11-03', holds: '2026-11-10' },
  ]);
});
