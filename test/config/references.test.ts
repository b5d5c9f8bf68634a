// What a config names has to exist, wherever it is named; the nearest name is offered.
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { loadConfig } from '../../src/config/load-config.ts';

const AROUND = `roles: { lead: [alice], shadow: [] }
teams: { api: { github: acme/api } }
milestones: { rc1: release - 2 weeks }
releases: [{ version: '1.0', release: 2026-11-24, milestones: { thaw: 2026-11-26 } }]
`;

function problems(lines: string, more = ''): string[] {
  const text = `${AROUND}audiences: { all: { slack: ['#all'] }${more} }\n${lines}\n`;
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  return loaded.ok ? [] : loaded.problems.map(({ line, code, fix }) => `${line} ${code} ${fix}`);
}

test.each([
  ['slack: { dates: [al] }', '6 unknown-audience Did you mean "all"? Add "al" under "audiences".'],
  ['slack: { released: [everybody] }', '6 unknown-audience Add "everybody" under "audiences".'],
  ['slack: { press: [al] }', '6 unknown-audience Did you mean "all"? Add "al" under "audiences".'],
  ['slack: { milestones: [rc2] }', '6 unknown-milestone Did you mean "rc1"? Add "rc2" under "milestones".'],
  [
    'slack: { digest: { every: 1 week, from: 2026-11-02, to: al } }',
    '6 unknown-audience Did you mean "all"? Add "al" under "audiences".',
  ],
  ['deadlines: { tell: [leed] }', '6 unknown-role Did you mean "lead"? Add "leed: []" under "roles".'],
  [
    'deadlines: { milestones: { rc1: { tell: [apy] } } }',
    '6 unknown-role Did you mean "api"? Add "apy: []" under "roles".',
  ],
  [
    'deadlines: { milestones: { rc2: { tell: [lead] } } }',
    '6 unknown-milestone Did you mean "rc1"? Add "rc2" under "milestones".',
  ],
  [
    'acknowledge: { milestones: [rc2] }',
    '6 unknown-milestone Did you mean "rc1"? Add "rc2" under "milestones".',
  ],
  [
    'approvals: { milestones: [rc2] }',
    '6 unknown-milestone Did you mean "rc1"? Add "rc2" under "milestones".',
  ],
  ['tracking-issue: { assign: [leed] }', '6 unknown-role Did you mean "lead"? Add "leed: []" under "roles".'],
])('%s', (line, problem) => {
  expect(problems(line)).toEqual([problem]);
});

test('the role that approves messages exists, too', () => {
  expect(problems('', ', press: { mail: [press@example.org], approval: leed }')).toEqual([
    '5 unknown-role Did you mean "lead"? Add "leed: []" under "roles".',
  ]);
});

test.each([
  'slack: { dates: [all], milestones: [thaw, rc1, release] }',
  'deadlines: { tell: [lead, api, teams], milestones: { thaw: { tell: [teams] } } }',
  'tracking-issue: { assign: [shadow] }',
])('%s is good', (line) => {
  expect(problems(line)).toEqual([]);
});
