// Every scenario starts and is drawn; the hostile one stays dead text.
import { SCENARIOS } from '../../sandbox/scenarios/index.ts';
import { PANES } from '../../sandbox/page/panes.ts';
import { elementsOf, liveOn } from './support/elements.ts';
import { type Visitor, startVisit } from './support/visitor.ts';

let visitor: Visitor;

beforeAll(async () => {
  visitor = await startVisit();
});

afterAll(async () => {
  await visitor.sandbox.close();
});

test.each(
  SCENARIOS.map(({ id, isBare = false }) => [id, isBare ? ['applied', 'no-config'] : ['applied']] as const),
)('scenario %s: an issue, no problem, nothing live on any pane', async (id, results) => {
  await visitor.must('/control/reset', { scenario: id });
  await visitor.must('/control/clock', { days: 1 });
  const state = await visitor.state();
  expect(state.scenario).toBe(id);
  expect(state.config.problems).toEqual([]);
  expect(state.issues.length).toBeGreaterThan(0);
  expect(state.log.filter(({ result }) => !results.includes(result))).toEqual([]);
  for (const pane of PANES) {
    // oxlint-disable-next-line no-await-in-loop -- one pane after another
    const page = await visitor.page(`/?pane=${pane.id}`);
    expect({ pane: pane.id, live: liveOn(page) }).toEqual({ pane: pane.id, live: [] });
    expect(page).toContain('What relcomms did, and why');
  }
});

test('hostile titles mention nobody, and what people write by hand stays as dead as on GitHub', async () => {
  await visitor.must('/control/reset', { scenario: 'hostile' });
  expect((await visitor.state()).mails.filter(({ to }) => to !== 'alice')).toEqual([]);
  const body = [
    '<script>alert(1)</script><img src="https://evil.example/x" onerror="alert(1)">',
    '<input type="checkbox" data-task="1:1:x" data-tick="1" checked><a href="javascript:alert(1)">x</a>',
    '[y](javascript:alert(1)) <iframe src="https://evil.example"></iframe> <p style="position:fixed">z</p>',
    '```mermaid\nflowchart LR\n  click A call alert(1)\n```',
    '```mermaid\ngantt\n  title </text><script>alert(1)</script>\n  a"><script> :2020-01-01, 2020-01-02\n```',
  ].join('\n\n');
  await visitor.must('/control/act', { as: 'dave', action: 'open-issue', title: '<b>bold</b>', body });
  const { number } = (await visitor.state()).issues.at(-1) ?? {};
  const page = await visitor.page(`/?pane=issue&issue=${number}`);
  expect(liveOn(page)).toEqual([]);
  expect(elementsOf(page).filter(({ properties }) => properties['dataTick'] !== undefined)).toEqual([]);
  expect(elementsOf(page).filter(({ tagName }) => tagName === 'figure')).toHaveLength(1);
});

test('the first config: a pull request with a preview, and the tracking issue once it is merged', async () => {
  await visitor.must('/control/reset', { scenario: 'first-config' });
  const before = await visitor.state();
  expect(before.issues.map(({ title }) => title)).toEqual(['Set up relcomms']);
  expect(await visitor.page('/?pane=pulls&issue=1')).toContain('What merging does');
  await visitor.must('/control/clock', { day: '2020-01-08' });
  const { issues } = await visitor.state();
  expect(issues.map(({ title }) => title)).toEqual(['Set up relcomms', expect.stringContaining('Release ')]);
});
