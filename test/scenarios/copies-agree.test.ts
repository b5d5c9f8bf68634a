// Scenario: a slip of two weeks reaches everybody who heard the old dates, and every copy of them says the same.
import { channelsOf } from '../../src/channels/channels.ts';
import type { Channels } from '../../src/domain/outbox.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { type EmbeddedMailServer, startMailServer } from '../../sandbox/mail-server/start.ts';
import { type EmbeddedSlack, startSlack } from '../../sandbox/slack/start.ts';
import { readCalendar, valueOf } from '../calendar/read-calendar.ts';
import { type WikiServer, startWikiServer } from '../../sandbox/wiki/start.ts';
import { slackTexts } from '../support/slack-text.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { clientOf, instant, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const PATH = '.github/relcomms.yml';
/** Channels are named by their ids, as in the embedded Slack. */
const configOf = (
  id: (name: string) => string,
): string => `cycle: { weeks: 6, release-week: 4, weeks-after: 2 }
timezone: Europe/Berlin
roles: { lead: [alice] }
milestones:
  rc1: { on: release - 1 week, title: First candidate }
  kickoff: { on: 2020-01-07, title: Kick-off }
releases: [{ version: '1.10.0', title: Demo 1.10, start: 2020-01-06, release: 2020-01-30 }]
teams:
  api: { github: acme/api, slack: ${id('team-api')} }
  web: { github: acme/web, slack: ${id('team-web')} }
audiences:
  teams: { slack: [${id('releases')}, ${id('team-api')}], mail: [ops@acme.example] }
  community: { slack: [${id('general')}], reach: external }
tracking-issue: { tasks: none }
slack: { dates: [teams], released: [community], milestones: [rc1, release] }
wiki: {}
calendar: {}
`;
const later = (config: string): string =>
  config
    .replace('release: 2020-01-30', 'release: 2020-02-13')
    .replace('weeks: 6, release-week: 4', 'weeks: 8, release-week: 6');
const OLD = { rc1: '2020-01-23', release: '2020-01-30' };
const NEW = { rc1: '2020-02-06', release: '2020-02-13' };
const TITLES = { rc1: 'First candidate', release: 'Release day' };
const CHANNELS = ['releases', 'team-api', 'team-web', 'general'];

let github: EmbeddedGitHub;
let slack: EmbeddedSlack;
let wiki: WikiServer;
let mail: EmbeddedMailServer;
let config: string;
let runs = 0;

beforeAll(async () => {
  const scopes = ['chat:write', 'pins:write', 'reactions:read'];
  slack = await startSlack({ workspace: 'acme', channels: CHANNELS, people: ['alice'], scopes });
  const ids = new Map((await slack.state()).map(({ name, id }) => [name, id]));
  config = configOf((name) => ids.get(name) ?? name);
  github = await startTestGitHub({ seed: { ...defaultSeed, files: { [PATH]: config } } });
  wiki = await startWikiServer();
  await wiki.write({ 'Home.md': 'Hello' });
  mail = await startMailServer();
});

afterAll(async () => {
  await Promise.all([github.close(), slack.close(), wiki.close(), mail.close()]);
});

function channels(now: string): Channels {
  runs += 1;
  return channelsOf({
    env: {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.token,
      SMTP_URL: mail.url,
      SMTP_FROM: 'relcomms@acme.example',
    },
    now: instant(now),
    claim: `run-${runs}`,
    wait: async () => {},
    wiki: async () => ({
      url: wiki.url,
      protocol: 'http',
      env: { PATH: process.env['PATH'] },
      author: { name: 'relcomms', email: 'relcomms@acme.example' },
    }),
  });
}

async function run(now: string) {
  const done = await reconcile({ github: clientOf(github), now: instant(now), channels: channels(now) });
  if (done.kind !== 'applied') throw new Error(done.kind);
  expect(done.applied.filter(({ outcome }) => !['done', 'already'].includes(outcome))).toEqual([]);
  return done;
}

/** The first day in a line that names each milestone, whatever the form of the copy is. */
function daysIn(text: string): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(TITLES).map(([id, title]) => {
      const days = text.split('\n').flatMap((line) => {
        const [words] = (line.includes(title) && /\d{1,2} [A-Z][a-z]{2}(?: \d{4})?/.exec(line)) || [];
        return words === undefined
          ? []
          : [new Date(`${/\d{4}$/.test(words) ? words : `${words} 2020`} UTC`).toISOString().slice(0, 10)];
      });
      return [id, days[0]];
    }),
  );
}

interface SlackText {
  readonly blocks: readonly unknown[];
}

function slackText({ blocks }: SlackText): string {
  return slackTexts(blocks).join('\n');
}

async function posted(name: string) {
  const found = (await slack.state()).find((one) => one.name === name);
  return found?.messages ?? [];
}

async function calendarEvents() {
  const answer = await fetch(
    `${github.url}/api/v3/repos/acme/demo/contents/release.ics?ref=relcomms-calendar`,
    { headers: { authorization: `Bearer ${github.token('dave')}` } },
  );
  const { content } = (await answer.json()) as { content: string };
  const { components } = readCalendar(Buffer.from(content, 'base64').toString('utf8'));
  return new Map(components.map((event) => [valueOf(event, 'UID'), event]));
}

async function calendarDays() {
  const events = await calendarEvents();
  return Object.fromEntries(
    Object.keys(TITLES).map((id) => {
      const event = events.get(`1.10.0/${id}@relcomms`);
      const start = event === undefined ? '' : valueOf(event, 'DTSTART');
      return [id, start.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')];
    }),
  );
}

/** All copies of the dates, each read from where people see it. */
async function copies() {
  const { body } = issue(github, 1);
  const { milestones } = repository(github);
  const [releases, api] = await Promise.all([posted('releases'), posted('team-api')]);
  return {
    issue: daysIn(body.slice(body.indexOf('**Next dates**'))),
    milestone: milestones.map(({ title, dueOn }) => [title, dueOn?.slice(0, 10)]),
    pinned: [...releases, ...api].filter(({ pinned }) => pinned).map((one) => daysIn(slackText(one))),
    wiki: daysIn(await wiki.read('Release-1.10.0.md')),
    calendar: await calendarDays(),
  };
}

const agreeing = (days: typeof OLD) => ({
  issue: days,
  milestone: [['1.10.0', days.release]],
  pinned: [days, days],
  wiki: days,
  calendar: days,
});

test('a slip of two weeks: every copy says the new dates, and everybody hears who heard the old', async () => {
  await run('2020-01-06T09:00:00Z');
  await run('2020-01-06T09:30:00Z');
  expect(await copies()).toEqual(agreeing(OLD));
  expect(mail.mails.map(({ subject }) => subject)).toEqual(['Release 1.10.0: dates and contacts']);

  await github.as('alice').putFile(PATH, later(config), 'Slip by two weeks');
  await run('2020-01-08T09:00:00Z');
  expect(await copies()).toEqual(agreeing(NEW));

  // Told: both channels below their pinned message, and the list by mail. Nobody else, and nobody twice.
  const told = (await posted('releases')).concat(await posted('team-api')).map(({ replies }) => replies);
  expect(told.map((replies) => replies.map(slackText).map(movedDays))).toEqual([
    [{ from: OLD, to: NEW }],
    [{ from: OLD, to: NEW }],
  ]);
  expect(mail.mails.slice(1).map(({ to, text }) => [to, movedDays(text)])).toEqual([
    [['ops@acme.example'], { from: OLD, to: NEW }],
  ]);
  expect([await posted('team-web'), await posted('general')]).toEqual([[], []]);

  // Calendars take the entry with the higher number; what did not move keeps its own.
  const events = await calendarEvents();
  const sequence = (id: string) => valueOf(events.get(`1.10.0/${id}@relcomms`) ?? NO_EVENT, 'SEQUENCE');
  expect([sequence('rc1'), sequence('release'), sequence('kickoff')]).toEqual(['1', '1', '0']);
});

test('then the wiki has the history, and a run sends two requests, writes nothing, and leaves the wiki alone', async () => {
  await run('2020-01-08T09:30:00Z');
  expect(await wiki.read('Release-1.10.0.md')).toContain(
    'First candidate from Thu 23 Jan 2020 to Thu 6 Feb 2020 (14 days later)',
  );
  expect(await copies()).toEqual(agreeing(NEW));
  const [before, asked] = [github.journal.length, wiki.requests.length];
  const done = await run('2020-01-08T10:00:00Z');
  expect(done.plan.operations).toEqual([]);
  expect(github.journal.slice(before).filter(({ byHand }) => !byHand)).toHaveLength(2);
  expect([writesSince(github, before), wiki.requests.length]).toEqual([[], asked]);
  expectNoViolations(github);
});

const NO_EVENT = { name: 'VEVENT', properties: [], components: [] };

/** `First candidate: was Thu 23 Jan 2020, now Thu 6 Feb 2020 …` */
function movedDays(text: string) {
  return {
    from: daysIn(text),
    to: daysIn(text.replaceAll(/was .*?, now /gs, '')),
  };
}
