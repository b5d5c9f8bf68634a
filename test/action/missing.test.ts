// What a run of the Action says of what is missing, by what it knows anyway, and how that is shown.
import { missingMarkdown, missingWarnings } from '../../src/action/missing.ts';
import type { Checkup } from '../../src/doctor/checkup.ts';
import { knownMissing } from '../../src/doctor/known-missing.ts';
import { read } from '../support/world.ts';

type Run = Parameters<typeof knownMissing>[0];

const CONFIG = `timezone: Europe/Berlin
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases: [{ version: 2.0.0, release: 2046-11-27 }]
slack: {}
approvals: { labels: [needs-review] }
audiences:
  inside: { slack: ['#release'] }
  press: { mail: [press@example.com], reach: external }
`;
const WHERE = { site: 'https://github.com', owner: 'acme', repo: 'demo' };
const SET = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SMTP_URL: 'smtps://mail.example',
  SMTP_FROM: 'relcomms <relcomms@example.com>',
};

function runOf(
  refusals: readonly string[] = [],
  unknown: readonly string[] = [],
  account = 'github-actions[bot]',
): Run {
  return {
    ...read(CONFIG),
    kind: 'applied',
    plan: { unknown: unknown.map((why) => ({ duty: 'approvals', fact: 'pulls', why })) },
    applied: refusals.map((detail) => ({ outcome: 'failed', detail })),
    setting: { accounts: [account] },
  } as unknown as Run;
}

test('with all secrets and nothing refused there is nothing to say', () => {
  expect(knownMissing(runOf(), SET, WHERE)).toEqual([]);
});

test.each([
  [
    'no token for Slack',
    { SLACK_BOT_TOKEN: ' ' },
    'Slack',
    /^There is no token for Slack$/,
    /^Set the variable SLACK_BOT_TOKEN /,
  ],
  ['no mail server', { SMTP_URL: '' }, 'Email', /^There is no mail server$/, /^Set SMTP_URL to smtps:/],
  ['no sender', { SMTP_FROM: '' }, 'Email', /^SMTP_FROM is no sender$/, /^Write it as relcomms </],
])('%s is found without a request', (_, env, area, found, fix) => {
  const missing = knownMissing(runOf(), { ...SET, ...env }, WHERE);
  expect(missing).toEqual([
    expect.objectContaining({
      area,
      state: 'broken',
      found: expect.stringMatching(found) as string,
      fix: expect.stringMatching(fix) as string,
      link: 'https://github.com/acme/demo/settings/secrets/actions',
    }),
  ]);
});

test('a right that GitHub refused is named once, with what is lost and where it is given', () => {
  const refusals = [
    'Resource not accessible by integration (403); it needs issues: write',
    'Resource not accessible by integration (403); it needs issues: write',
  ];
  const unknown = ['Resource not accessible by integration; it needs checks: read and statuses: read'];
  const missing = knownMissing(runOf(refusals, unknown), SET, WHERE);
  expect(missing.map(({ subject, fix, link }) => [subject, fix, link])).toEqual([
    [
      'checks: read',
      'Set "checks: read" under "permissions" of the workflow.',
      'https://github.com/acme/demo/tree/HEAD/.github/workflows',
    ],
    [
      'statuses: read',
      'Set "statuses: read" under "permissions" of the workflow.',
      'https://github.com/acme/demo/tree/HEAD/.github/workflows',
    ],
    [
      'issues: write',
      'Set "issues: write" under "permissions" of the workflow.',
      'https://github.com/acme/demo/tree/HEAD/.github/workflows',
    ],
  ]);
  expect(missing.at(-1)?.lost).toContainEqual(
    expect.stringContaining('relcomms can create and update nothing'),
  );
});

test('the token of a person is mended on its own page', () => {
  const [only] = knownMissing(runOf(['it needs issues: write'], [], 'bob'), SET, WHERE);
  expect([only?.fix, only?.link]).toEqual([
    'Give the token "issues: write".',
    'https://github.com/settings/tokens',
  ]);
});

const THING: Checkup = {
  area: 'Names',
  subject: 'label <b>hold</b>',
  state: 'broken',
  found: 'it does not exist',
  lost: ['nothing can carry it'],
  fix: 'Create the label.',
  link: 'https://github.com/acme/demo/labels',
};

test('it stands as a list, escaped, with the page of each fix, and as one warning each', () => {
  expect(missingMarkdown([])).toBe('');
  const markdown = missingMarkdown([THING]);
  expect(markdown).toMatch(/^\*\*Missing for the config:\*\*\n\n- \*\*Names: label /);
  expect(markdown).not.toContain('<b>');
  expect(markdown).toContain('[Open the page](https://github.com/acme/demo/labels)\n\n');
  expect(missingWarnings([THING])).toEqual([
    'Names: label <b>hold</b>: it does not exist. Without it: nothing can carry it. Create the label. https://github.com/acme/demo/labels',
  ]);
});

test('ten are shown, the rest is counted', () => {
  const many = Array.from({ length: 13 }, (): Checkup => THING);
  expect(missingWarnings(many)).toHaveLength(10);
  expect(missingMarkdown(many)).toContain('\n- and 3 more: run `mode: doctor`\n');
});
