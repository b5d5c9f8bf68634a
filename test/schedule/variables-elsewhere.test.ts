// Variables beside milestones and tasks: in messages, pages, labels and steps of boarding, each dead where it lands.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { prepare } from '../../src/run/prepare.ts';
import { fillSection, variablesIn } from '../../src/schedule/variables/fill-section.ts';

const config = (value = 'board', slack = 'note'): string => `timezone: UTC
roles:
  lead:
    rotation: { through: [alice, bob], turns: { 1.0.0: alice } }
    boarding:
      - Join {board}
      - { title: 'Read {minor}', link: 'https://example.com/{version}/{board}' }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
vars: { board: ${JSON.stringify(value)} }
milestones: { rc1: release - 1 week }
kinds: { minor: { labels: ['line/{minor}'] } }
releases: [{ version: 1.0.0, kind: minor, release: 2027-01-26 }]
tracking-issue: { labels: [release, 'release/{minor}'] }
slack:
  ${slack}: 'Ask in {board} before {rc1}, {{version}}'
  environment: 'https://test.example.com/{version}/{board}'
  pages: ['https://example.com/blog/{version}']
wiki: { environment: 'https://test.example.com/{minor}' }
`;

function built(text: string) {
  const prepared = prepare(text);
  if ('problems' in prepared) throw new Error(JSON.stringify(prepared.problems));
  const [release] = prepared.releases;
  if (release === undefined) throw new Error('no release');
  const { sections, schedule } = prepared.config;
  const filled = (name: string): unknown =>
    fillSection(sections[name], DUTY_SECTIONS[name]?.texts ?? [], variablesIn(schedule, release), {
      path: [],
      subject: '',
      tell: ({ message }) => {
        throw new Error(message);
      },
    });
  return { release, filled };
}

test('each key that takes them has the values of the release', () => {
  const { release, filled } = built(config());
  expect(filled('slack')).toMatchObject({
    note: 'Ask in board before Tue 19 Jan 2027, {version}',
    environment: 'https://test.example.com/1.0.0/board',
    pages: ['https://example.com/blog/1.0.0'],
  });
  expect(filled('wiki')).toMatchObject({ environment: 'https://test.example.com/1.0' });
  expect(filled('tracking-issue')).toMatchObject({ labels: ['release', 'release/1.0'] });
  expect(release.labels).toEqual(['line/1.0']);
  expect(release.terms?.[0]).toMatchObject({
    boarding: [{ title: 'Join board' }, { title: 'Read 1.0', link: 'https://example.com/1.0.0/board' }],
    leaving: [{ title: 'Undo: Join board' }, { title: 'Undo: Read 1.0' }],
  });
});

test.each([
  ['{board} before', '{bord} before', 15, '"slack" for 1.0.0 uses {bord}', 'Did you mean {board}?'],
  ['/blog/{version}', '/blog/{versoin}', 17, '{versoin}', 'Did you mean {version}?'],
  ['com/{minor}', 'com/{next}', 18, 'no release after 1.0.0 is in the config', 'Add "vars: { next: … }"'],
  ["'release/{minor}'", "'release/{miner}'", 13, '{miner}', 'Did you mean {minor}?'],
  ["'line/{minor}'", "'line/{miner}'", 11, 'A label of 1.0.0 uses {miner}', 'Did you mean {minor}?'],
  ['Join {board}', 'Join {boards}', 6, 'A step of the role "lead" in 1.0.0', 'Did you mean {board}?'],
])('%s as %s is a mistake at its line', (right, wrong, line, message, fix) => {
  const prepared = prepare(config().replace(right, wrong));
  expect('problems' in prepared && prepared.problems).toEqual([
    expect.objectContaining({
      line,
      severity: 'error',
      message: expect.stringContaining(message),
      fix: expect.stringContaining(fix),
    }),
  ]);
});

test('a value is never more than words on Slack, and never another part of an address', () => {
  const sign = fc.constantFrom(
    '<!channel>',
    '<@U012ABC>',
    '@here',
    '#general',
    '*',
    '_',
    '`',
    ':tada:',
    '/',
    '..',
    '?',
    '#',
    ' ',
    'https://evil.example',
    '<https://evil.example|x>',
    '&',
    '|',
    '{',
    '}',
    '{{',
    'a',
  );
  const values = fc.array(sign, { minLength: 1, maxLength: 6 }).map((signs) => `x${signs.join('')}x`);
  const property = fc.property(values, (value) => {
    const { filled } = built(config(value));
    const { note, environment } = filled('slack') as { note: string; environment: string };
    const [message] = renderSlack({ title: 'x', lines: [{ parts: [{ kind: 'text', text: note }] }] });
    const text = JSON.stringify(message);
    expect(text).not.toMatch(/<[!@#h]|https:\/\/|:tada:|@here/);
    expect(new URL(environment).pathname).toBe(`/1.0.0/${encodeURIComponent(value)}`);
    expect(new URL(environment).host).toBe('test.example.com');
  });
  fc.assert(property, { numRuns: 60 });
});

test('each of these keys says so in the documentation', () => {
  const page = readFileSync('docs/configuration.md', 'utf8');
  const keys = Object.entries(DUTY_SECTIONS).flatMap(([name, { texts = [] }]) =>
    texts.map(({ path: [key] }) => ({ name, key })),
  );
  expect(keys.length).toBeGreaterThan(4);
  for (const { name, key } of keys) {
    const [, section = ''] = page.split(new RegExp(`^### ${name}$`, 'm'));
    const row = section.split('\n').find((line) => line.startsWith(`| \`${key}\``));
    expect(row).toMatch(/takes? variables/i);
  }
});
