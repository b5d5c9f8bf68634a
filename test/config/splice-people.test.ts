// Naming the people of a role in the text of a config: every layout keeps what it had.
import { splicePeople } from '../../src/config/splice-people.ts';

const edit = { version: 'v1', role: 'lead', people: ['bob', 'carol'] };

/** A file with that release. */
function file(text: string): string {
  return `# ours\nreleases:\n  - { version: v0 }\n${text}limits: {}\n`;
}

test.each([
  [
    'no roles',
    '  - version: v1\n    release: 2026-01-01 # soon\n',
    '  - version: v1\n    release: 2026-01-01 # soon\n    roles: { lead: [bob, carol] }\n',
  ],
  [
    'a release in braces',
    '  - { version: v1, release: 2026-01-01 }\n',
    '  - { version: v1, release: 2026-01-01, roles: { lead: [bob, carol] } }\n',
  ],
  [
    'roles without a value',
    '  - version: v1\n    roles:\n',
    '  - version: v1\n    roles: { lead: [bob, carol] }\n',
  ],
  ['empty roles', '  - version: v1\n    roles: {}\n', '  - version: v1\n    roles: { lead: [bob, carol] }\n'],
  [
    'another role',
    '  - version: v1\n    roles:\n      docs: [erin] # yes\n',
    '  - version: v1\n    roles:\n      docs: [erin] # yes\n      lead: [bob, carol]\n',
  ],
  [
    'another role in braces',
    '  - version: v1\n    roles: { docs: erin }\n',
    '  - version: v1\n    roles: { docs: erin, lead: [bob, carol] }\n',
  ],
  [
    'the role',
    '  - version: v1\n    roles: { lead: [alice], docs: [] } # who\n',
    '  - version: v1\n    roles: { lead: [bob, carol], docs: [] } # who\n',
  ],
  [
    'one login',
    "  - version: v1\n    roles: { lead: 'alice' }\n",
    '  - version: v1\n    roles: { lead: [bob, carol] }\n',
  ],
  [
    'the role without a value',
    '  - version: v1\n    roles:\n      lead:\n      docs: []\n',
    '  - version: v1\n    roles:\n      lead: [bob, carol]\n      docs: []\n',
  ],
  [
    'a list on lines',
    '  - version: v1\n    roles:\n      lead:\n        - alice\n        - dave\n      docs: []\n',
    '  - version: v1\n    roles:\n      lead: [bob, carol]\n      docs: []\n',
  ],
  [
    'keys',
    '  - version: v1\n    roles:\n      lead: { boarding: [Read] }\n',
    '  - version: v1\n    roles:\n      lead: { boarding: [Read], people: [bob, carol] }\n',
  ],
  [
    'people among keys',
    '  - version: v1\n    roles:\n      lead:\n        people: [alice]\n        boarding: [Read]\n',
    '  - version: v1\n    roles:\n      lead:\n        people: [bob, carol]\n        boarding: [Read]\n',
  ],
  [
    'a quoted version',
    '  - version: "v1"\n    release: 2026-01-01\n',
    '  - version: "v1"\n    release: 2026-01-01\n    roles: { lead: [bob, carol] }\n',
  ],
])('%s', (_, before, after) => {
  for (const [from, to] of [
    [file(before), file(after)],
    [file(before).replaceAll('\n', '\r\n'), file(after).replaceAll('\n', '\r\n')],
  ] as const)
    expect(splicePeople(from, [edit])).toEqual({ text: to });
});

test.each([
  ['an anchor', '- version: v1\n  roles: { lead: &leads [alice] }\n'],
  ['an alias', 'x-leads: &leads [alice]\nreleases:\n- version: v1\n  roles: { lead: *leads }\n'],
  ['a comment within', '- version: v1\n  roles:\n    lead:\n      # for now\n      - alice\n'],
  ['another version', '- version: v2\n'],
  ['roles that are none', '- version: v1\n  roles: [alice]\n'],
])('%s is left to people', (_, text) => {
  const spliced = splicePeople(text.includes('releases:') ? text : `releases:\n${text}`, [edit]);
  expect('problem' in spliced && spliced.problem.fix).toBe(
    'Write "roles: { lead: [bob, carol] }" at the release yourself.',
  );
});

test('two releases, and logins that are words of YAML', () => {
  const text = 'releases:\n- version: v1\n- version: v2\n';
  const edits = [
    { ...edit, people: ['null'] },
    { ...edit, version: 'v2', people: ['-ann'] },
  ];
  expect(splicePeople(text, edits)).toEqual({
    text: "releases:\n- version: v1\n  roles: { lead: ['null'] }\n- version: v2\n  roles: { lead: ['-ann'] }\n",
  });
});
