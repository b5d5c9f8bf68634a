// Attack: a writer without a role edits what relcomms remembers in its comments. Nothing is sent, approved or repeated.
import * as fc from 'fast-check';
import { type Instant, parseInstant } from '../../src/domain/day.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { hiddenData } from '../../src/memory/hidden-data.ts';
import { reportLines } from '../../src/report/report.ts';
import { type Run, planRun, reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { type TestChannels, testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { rounds } from '../support/long.ts';
import { clientOf, quiet, startTestApp, writesSince } from '../support/runs.ts';
import { issue } from '../support/tracking.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: Europe/Berlin
roles: { lead: [alice] }
milestones:
  embargo-lift: { on: release - 1 week, title: Embargo lifts }
releases: [{ version: '1.10.0', title: Demo 1.10, start: 2020-01-06, release: 2020-01-30 }]
audiences:
  teams: { slack: ['#releases'] }
  press: { mail: [news@example.com], reach: external, approval: lead }
tracking-issue: { tasks: none }
slack: { dates: [teams], press: [press] }
`;
const SEED = { ...defaultSeed, files: { '.github/relcomms.yml': CONFIG } };
const NOW = at('2020-01-13T09:00:00Z');
const LATER = at('2020-01-13T10:00:00Z');

let github: EmbeddedGitHub;
let channels: TestChannels;

/** The dates are out, and the mail to the press waits for its approval. */
beforeEach(async () => {
  github = await startTestGitHub({ seed: SEED });
  channels = testChannels();
  for (const _ of [1, 2, 3]) await run();
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function at(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new RangeError(text);
  return parsed;
}

function scope(now: Instant) {
  return { github: clientOf(github), now, channels: channels.run() };
}

function run(now = NOW): Promise<Run> {
  return reconcile(scope(now));
}

async function planned(): Promise<readonly Operation[]> {
  const planning = await planRun(scope(LATER));
  if (!('plan' in planning)) throw new Error(planning.kind);
  return planning.plan.operations;
}

function comment(mark: string): { readonly id: number; readonly body: string } {
  const found = issue(github, 1).comments.find(({ body }) => body.includes(mark));
  if (found === undefined) throw new Error(`there is no comment with ${mark}`);
  return found;
}

const LOG = '1.10.0/tracking-issue/ledger -->';
const MESSAGES = '/record/messages -->';
const PREVIEW = 'relcomms:v1 1.10.0/preview/';

function heard(): unknown {
  return { sent: channels.sent.map(({ place, title }) => [place, title]), updates: channels.updates };
}

/** Approves the message whose preview waits, as if the lead had. */
function approved(body: string): string {
  const id = /approve ([0-9a-f]{8})/.exec(comment(PREVIEW).body)?.[1] ?? '';
  return body.replace(
    '| --- | --- |\n',
    `$&| 2020-01-13 | alice approved it <!-- relcomms:entry 1.10.0/approved/${id} --> |\n`,
  );
}

function rows(body: string, change: (rows: Record<string, Record<string, unknown>>) => unknown): string {
  const [, json = ''] = /<!-- relcomms:record (.*) -->/.exec(body) ?? [];
  const changed = change(JSON.parse(json) as Record<string, Record<string, unknown>>);
  return body.replace(/<!-- relcomms:record .* -->/, () => hiddenData('record', changed));
}

const EDITS: readonly (readonly [string, string, (body: string) => string])[] = [
  ['approves a mail in the log', LOG, approved],
  ['forgets a line of the log', LOG, (body) => body.replace(/\| .*Announced.*\n/g, '')],
  [
    'puts a number for a list',
    LOG,
    (body) => body.replace(/relcomms:state \{.*\}/, 'relcomms:state {"done":5}'),
  ],
  ['tells of another date', LOG, (body) => body.replace(/"2020-01-\d\d"/g, '"2020-03-01"')],
  ['takes the marker of the log away', LOG, (body) => body.replace(/<!-- relcomms:v1 .* -->/, 'mine')],
  ['forgets all messages', MESSAGES, (body) => rows(body, () => ({}))],
  [
    'says that another day was told',
    MESSAGES,
    (body) =>
      rows(body, (all) =>
        Object.fromEntries(
          Object.entries(all).map(([key, row]) => [key, { ...row, tells: { 'embargo-lift': '2020-01-20' } }]),
        ),
      ),
  ],
  [
    'sends the words of a message to another channel',
    MESSAGES,
    (body) =>
      rows(body, (all) =>
        Object.fromEntries(
          Object.entries(all).map(([key, row]) => [
            key,
            { ...row, sent: { place: 'C666', id: '6' }, words: 'x' },
          ]),
        ),
      ),
  ],
  ['makes a record of a preview', PREVIEW, () => comment(MESSAGES).body.replace(/1\.2/g, '6.6')],
  ['rewrites a preview', PREVIEW, (body) => body.replace(/^> .*$/m, '> Free beer')],
];

test.each(EDITS)(
  'who %s: it is put back once and told once, and nothing is sent',
  async (_, mark, change) => {
    const { id, body } = comment(mark);
    const before = heard();
    await github.as('carol').editComment(id, change(body));
    const lines = reportLines(await run(LATER));
    expect(lines.join('\n')).toContain('restore the text of a relcomms comment on #1. Why: carol edited it');
    expect(heard()).toEqual(before);
    const now = issue(github, 1).comments.find((one) => one.id === id)?.body ?? '';
    const told = /\|.*carol edited .*\n/g;
    expect(now.replace(told, '')).toBe(body.trimEnd() === body ? now.replace(told, '') : body);
    expect(comment(LOG).body.match(told)).toHaveLength(1);
    const writes = github.journal.length;
    await run(LATER);
    expect(writesSince(github, writes)).toEqual([]);
    expect(github.journal.slice(writes).filter(({ byHand }) => !byHand)).toHaveLength(2);
  },
);

test('the App puts back what was changed while it works, as the Action does', async () => {
  const app = await startTestApp(github, () => LATER);
  const { id, body } = comment(LOG);
  await github.as('carol').editComment(id, approved(body));
  await quiet(github, app);
  await app.tick();
  await quiet(github, app);
  expect(comment(LOG).body).not.toContain('/approved/');
  expect(comment(LOG).body).toContain('carol edited this log; it was put back');
  await app.close();
  await run(LATER);
  expect(channels.sent.map(({ place }) => place)).toEqual(['#releases']);
});

test('an edit between the look of a run and its write counts no more', async () => {
  await github.as('alice').comment(1, '/release mute');
  let first = true;
  github.before(async ({ operation }) => {
    if (operation !== 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}' || !first) return;
    first = false;
    const { id, body } = comment(LOG);
    await github.as('carol').editComment(id, approved(body));
  });
  await run(LATER);
  expect(first).toBe(false);
  await run(LATER);
  expect(comment(LOG).body).not.toContain('/approved/');
  expect(channels.sent.map(({ place }) => place)).toEqual(['#releases']);
});

test('where the history is gone, the release rests and says so until the comment is deleted; nothing comes twice', async () => {
  const { id, body } = comment(MESSAGES);
  await github.as('carol').editComment(
    id,
    rows(body, () => ({})),
  );
  github.deleteVersions('carol', id);
  const before = heard();
  const writes = github.journal.length;
  const lines = reportLines(await run(LATER));
  expect(writesSince(github, writes)).toEqual([]);
  expect(lines.join('\n')).toContain(`delete issuecomment-${id}, and relcomms continues without it`);
  await github.as('alice').request('DELETE', `/repos/acme/demo/issues/comments/${id}`);
  await run(LATER);
  await run(LATER);
  expect(heard()).toEqual(before);
});

/** Between two runs. */
const EDITS_OF_A_DAY = 25;

test(
  'random edits of every hidden byte change no plan',
  async () => {
    const odd = ['5', 'null', '[]', '{}', '"x"', '-1'];
    expect(await planned()).toEqual([]);
    const places = [LOG, MESSAGES, PREVIEW].map((mark) => comment(mark));
    let edits = 0;
    const expectPutBack = async (): Promise<void> => {
      await run(LATER);
      for (const { id, body } of places.slice(1))
        expect(issue(github, 1).comments.find((one) => one.id === id)?.body).toBe(body);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.nat(100_000),
        fc.constantFrom(...odd, '', '\n', '>', 'done'),
        fc.nat(40),
        async ({ id, body }, where, put, cut) => {
          const from = where % body.length;
          const edited = `${body.slice(0, from)}${put}${body.slice(from + cut)}`;
          await github.as('carol').editComment(id, edited.trim() === '' ? 'x' : edited);
          const rest = (await planned()).filter(
            (one) =>
              one.kind !== 'put-back' &&
              !(
                one.kind === 'write-ledger' &&
                one.entries.every(({ key }) => key.startsWith('1.10.0/put-back/'))
              ),
          );
          expect(rest).toEqual([]);
          // GitHub keeps the last hundred versions of a text.
          if (++edits % EDITS_OF_A_DAY === 0) await expectPutBack();
        },
      ),
      { numRuns: rounds(30, 1000) },
    );
    await expectPutBack();
    expect(channels.sent).toHaveLength(1);
  },
  rounds(120_000, 3_600_000),
);
