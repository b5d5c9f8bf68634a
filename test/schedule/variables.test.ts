// Variables: what they stand for, where they are filled in, and what is said where there is no value.
import * as fc from 'fast-check';
import { prepare } from '../../src/run/reconcile.ts';
import { fillLink, fillText } from '../../src/schedule/variables/fill.ts';

const CONFIG = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
vars: { board: release board, who: the lead }
milestones:
  rc1: { on: release - 1 week, title: 'RC1 of {version}', who: '{who}' }
tasks:
  - id: notes
    title: 'Write the notes of {minor} since {previous}'
    week: 2
    notes: "RC1 is on {rc1}, the release on {release}.\\nRun \${version} on {branch}; {{version}} stays."
    link: 'https://example.com/{board}/{version}?from={previous}'
    labels: ['area/{minor}']
  - id: talk
    title: Talk
    span:
      - { state: begin, title: 'Begin with {title}', week: 1 }
      - { state: finish, week: 3 }
releases:
  - { version: 1.0.1, release: 2027-01-26, branch: release-1.0, vars: { previous: 0.9.0 } }
  - { version: v1.1.0, title: Spring, release: 2027-03-30, branch: release-1.1, vars: { board: a/b & c, who: bob } }
`;

function built(text: string) {
  const prepared = prepare(text);
  if ('problems' in prepared) throw new Error(JSON.stringify(prepared.problems));
  return prepared.releases;
}

function problemsIn(
  text: string,
): readonly { readonly message: string; readonly fix: string; line?: number }[] {
  const prepared = prepare(text);
  return 'problems' in prepared ? prepared.problems : [];
}

test('each release has its own values, in titles, notes, links, labels and parts', () => {
  const [first, second] = built(CONFIG);
  const notes = first?.tasks.find(({ id }) => id === 'notes');
  expect(notes).toMatchObject({
    title: 'Write the notes of 1.0 since 0.9.0',
    notes:
      'RC1 is on Tue 19 Jan 2027, the release on Tue 26 Jan 2027.\nRun ${version} on release-1.0; {version} stays.',
    link: 'https://example.com/release%20board/1.0.1?from=0.9.0',
    labels: ['area/1.0'],
  });
  expect(first?.milestones.find(({ id }) => id === 'rc1')).toMatchObject({
    title: 'RC1 of 1.0.1',
    who: 'the lead',
  });
  expect(second?.tasks.map(({ title }) => title)).toEqual([
    'Begin with Spring',
    'Write the notes of 1.1 since 1.0.1',
    'Talk (finish)',
  ]);
  expect(second?.tasks[1]?.link).toBe('https://example.com/a%2Fb%20%26%20c/v1.1.0?from=1.0.1');
  expect(second?.milestones[0]?.who).toBe('bob');
});

test.each([
  [
    '{minor} since',
    '{minr} since',
    'Task "notes" of 1.0.1 uses {minr}, which has no value.',
    'Did you mean {minor}? For the word in braces write {{minr}}.',
  ],
  [
    '{board}/',
    '{zzzzzz}/',
    'Task "notes" of 1.0.1 uses {zzzzzz}, which has no value.',
    'Write its value under "vars", or {{zzzzzz}} for the word in braces.',
  ],
  [
    '{minor} since',
    '{next} since',
    'Task "notes" of v1.1.0 uses {next}, but no release after v1.1.0 is in the config.',
    'Add "vars: { next: … }" to the release v1.1.0.',
  ],
  [
    ', branch: release-1.1',
    '',
    'Task "notes" of v1.1.0 uses {branch}, but v1.1.0 has no branch.',
    'Add "branch" to the release.',
  ],
  [
    'RC1 of {version}',
    'RC1 of {verison}',
    'Milestone "rc1" of 1.0.1 uses {verison}, which has no value.',
    'Did you mean {version}? For the word in braces write {{verison}}.',
  ],
])('in place of %s, %s is an error at its line', (from, to, message, fix) => {
  const text = CONFIG.replace(from, to);
  const [problem] = problemsIn(text);
  expect(problem).toMatchObject({ message, fix });
  const line = text.split('\n').findIndex((one) => one.includes(to === '' ? 'Run $' : to)) + 1;
  expect(JSON.stringify(problem)).toContain(`"line":${line}`);
});

test('a value is never read again, and adds no part to an address', () => {
  // Dots alone would climb.
  const values = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !/^\.{1,2}$/.test(value));
  fc.assert(
    fc.property(values, values, (one, two) => {
      const place = {
        path: [],
        subject: 'Task',
        tell: () => {
          throw new Error('told');
        },
      };
      const variables = new Map([
        ['one', one],
        ['two', two],
      ]);
      expect(fillText('a {one} b {two}', variables, place)).toBe(`a ${one} b ${two}`);
      const url = new URL(fillLink('https://example.com/{one}/x?q={two}#end', variables, place));
      expect([url.host, url.hash, url.searchParams.get('q')]).toEqual(['example.com', '#end', two]);
      expect(url.pathname.split('/').length).toBe(3);
    }),
  );
});
