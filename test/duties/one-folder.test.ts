// A duty is one folder and one line, with a fact of its own two lines: nothing else has to know either.
import { renderSimulation } from '../../sandbox/simulate/render-simulation.ts';
import { simulate } from '../../sandbox/simulate/simulate.ts';
import { panesOf } from '../../sandbox/page/panes.ts';
import type { PageQuery } from '../../sandbox/page/query.ts';
import type { SandboxState } from '../../sandbox/machine/state.ts';
import { documents } from '../../scripts/generate/documents.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { addDays, day } from '../../src/domain/day.ts';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { DUTIES } from '../../src/duties/index.ts';
import { FACTS } from '../../src/github/facts/index.ts';
import { rowsOf } from '../../src/notices/rows.ts';
import { reportMarkdown } from '../../src/report/report.ts';
import { standingMarkdown } from '../../src/report/standing-markdown.ts';
import { type Prepared, readerOf } from '../../src/run/prepare.ts';
import { type Run, reconcile } from '../../src/run/reconcile.ts';
import { gatekeeperDuty } from '../fixtures/duties/gatekeeper/index.ts';
import { weatherDuty } from '../fixtures/duties/weather/index.ts';
import { gates } from '../fixtures/facts/gates.ts';
import { testChannels } from '../support/channels.ts';
import { clientOf } from '../support/runs.ts';
import { readable, saidOf } from '../support/said-of.ts';
import { type Kept, NOW, SECTIONS, configWith, startSwitched, switchOn } from '../support/switched-on.ts';
import { issue, repository } from '../support/tracking.ts';

/** The lines: before the tracking issue, as all that know what stands in the way. */
const AT = DUTIES.findIndex(({ name }) => name === 'tracking-issue');
const REGISTRY = {
  duties: DUTIES.toSpliced(AT, 0, weatherDuty as AnyDuty, gatekeeperDuty as AnyDuty),
  facts: [...FACTS, gates],
};

const { 'tracking-issue': tracking = '', report = '' } = SECTIONS;
const BEFORE = configWith({ 'tracking-issue': tracking, report });
const AFTER = configWith({
  'tracking-issue': tracking,
  report,
  weather: '{ audiences: [everybody, readers] }',
  gatekeeper: '{ file: README.md }',
});

function prepared(text: string): Prepared {
  const read = readerOf(REGISTRY)(text, NOW);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read;
}

describe('what is generated', () => {
  const today = documents();
  const pages = documents(REGISTRY.duties, ['src/duties', 'test/fixtures/duties']);

  test.each([
    ['config/relcomms.schema.json', 'Where the release is celebrated when the weather is fair.'],
    ['config/relcomms.schema.json', '"gatekeeper": {'],
    ['config/relcomms.example.yml', 'party: on the roof'],
    ['docs/configuration.md', 'Audiences that hear where it is, once the weather is known.'],
    ['docs/configuration.md', 'Holds a release up while there is something in a file.'],
    ['docs/commands.md', '| `/release weather SKY` | says what the weather of release day will be'],
    ['docs/requirements.md', '| weather '],
    ['docs/features.md', '**Everybody knows where the party is**'],
    ['test/fixtures/duties/weather/README.md', '| [commands.ts](commands.ts) '],
  ])('%s holds %s', (path, words) => {
    expect(pages[path]).toContain(words);
    expect(today[path] ?? '').not.toContain(words);
  });

  test('the example is a config that stands', () => {
    const { config } = prepared(pages['config/relcomms.example.yml'] ?? '');
    expect(config.sections).toMatchObject({
      weather: { party: 'on the roof' },
      gatekeeper: { file: 'GATE' },
    });
  });
});

describe('what runs', () => {
  const channels = testChannels();
  let github: EmbeddedGitHub;
  let kept: Kept;
  /** Of the tracking issue. */
  let number: number;
  let body: string;
  /** The run behind the switch, the one that hears the command, and one more. */
  let runs: readonly [Run, Run, Run];

  function run(): Promise<Run> {
    return reconcile({ github: clientOf(github), now: NOW, channels: channels.run(), ...REGISTRY });
  }

  beforeAll(async () => {
    github = await startSwitched();
    kept = await switchOn(github, BEFORE, AFTER, REGISTRY);
    const first = await run();
    number = repository(github).issues.find(({ title }) => title === 'Release v2.0.0')?.number ?? 0;
    body = issue(github, number).body;
    await github.as('bob').comment(number, '/release weather fair');
    runs = [first, await run(), await run()];
  });

  afterAll(() => github.close());

  test('the check of the config tells what the run after the merge does', () => {
    expect(kept.promised).toEqual(kept.done);
    expect(kept.operations.map(({ kind }) => kind)).toContain('create-comment');
    const words = readable(kept.summary);
    for (const operation of kept.operations) expect(words).toContain(saidOf(operation, kept.titles));
    expect(words).toContain('**The config is valid.**');
  });

  test('the report says what stands in the way, that of the new fact, too', () => {
    const stand = standingMarkdown(runs[0], NOW);
    for (const text of [stand, body]) {
      expect(text).toContain('nobody has said what the weather of release day will be');
      expect(text).toContain('The gate is shut: \\# demo');
    }
    expect(stand).toContain('1 unknown sky and 1 gate that is shut before Code freeze');
    expect(standingMarkdown(runs[1], NOW)).not.toContain('nobody has said what the weather');
  });

  test('the command is answered, and the log has it', () => {
    const comment = repository(github)
      .issues.flatMap(({ comments }) => comments)
      .find(({ body: text }) => text === '/release weather fair');
    expect(comment?.reactions.map((reaction) => reaction.split(' ').at(-1))).toEqual(['+1']);
    const log = issue(github, number).comments.map(({ body: text }) => text);
    expect(log.join('\n')).toContain('The weather of release day will be fair.');
  });

  test('the outbox has each message once, and the report tells of it', () => {
    const places = ['#releases', '#team-api', '#team-web'];
    const title = 'The party is on the roof';
    const posts = repository(github).discussions.map(({ category, title: words }) => [category, words]);
    expect(posts).toEqual([['Announcements', title]]);
    expect(channels.sent.map(({ place }) => place).toSorted()).toEqual(places);
    expect(new Set(channels.sent.map((message) => message.title))).toEqual(new Set([title]));
    const [, told, last] = runs;
    expect(reportMarkdown(told)).toContain(title);
    if (last.kind !== 'applied' || !last.observation.ownIssues.known) throw new Error(last.kind);
    const rows = last.observation.ownIssues.value.flatMap((one) => [...rowsOf(one)]);
    expect(rows.filter(([, { sent }]) => sent !== undefined)).toHaveLength(places.length + 1);
    expect(rows.map(([key]) => key)).toContain('v2.0.0/weather/party/slack/releases');
    expect(last.applied).toEqual([]);
  });

  test.each([
    [0, ': nobody knows yet'],
    [1, ': the party is on the roof or indoors'],
  ] as const)('the page of the sandbox shows it after run %i', (index, words) => {
    const pane = panesOf(REGISTRY.duties).find(({ id }) => id === 'weather');
    const seen = runs[index];
    if (pane === undefined || !('standing' in seen)) throw new Error('there is nothing to show');
    const { releases, standing, config } = seen;
    const state = {
      clock: { today: day('2020-01-14') },
      repo: repository(github),
      pulls: new Map(),
      releases,
      standing,
      config,
    } as unknown as SandboxState;
    const { text } = pane.render(state, { pane: 'weather', as: 'alice' } as PageQuery);
    expect(text).toContain('<h2>Weather</h2>');
    expect(text).toContain(words);
    const off = prepared(BEFORE);
    expect([pane.isShown?.(state), pane.isShown?.({ ...state, config: off.config } as never)]).toEqual([
      true,
      false,
    ]);
  });
});

test('the team of a simulation acts for it, and what follows is told', async () => {
  const from = day('2020-01-06');
  const to = addDays(from, 1);
  const text = renderSimulation(
    await simulate({ prepared: prepared(AFTER), from, to, team: 'scripted', registry: REGISTRY }),
  );
  expect(text).toContain('writes /release weather fair');
  expect(text).toMatch(/message .*\. Why: the weather of release day is known/);
  expect(text).not.toContain('not done:');
});
