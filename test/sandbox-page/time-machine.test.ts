// The time machine over HTTP: what a visitor does, and what the page and the state say then.
import { elementsOf, textOf } from './support/elements.ts';
import { SMALL_CONFIG, type Visitor, startVisit } from './support/visitor.ts';

let visitor: Visitor;
/** As it is before anything was done. */
let firstPage: string;

/** Back to the first day of a small cycle. */
const startOver = (): Promise<void> => visitor.must('/control/reset', { config: SMALL_CONFIG });

beforeAll(async () => {
  visitor = await startVisit();
  firstPage = await visitor.page();
  await startOver();
});

afterAll(async () => {
  await visitor.sandbox.close();
});

test('the first page shows the tracking issue of the Kubernetes cycle as GitHub renders it', () => {
  const text = textOf(firstPage);
  const lines = elementsOf(firstPage).filter(({ tagName }) => tagName === 'li');
  expect(lines.map((line) => textOf(line)).join(' ')).not.toContain('relcomms:task');
  expect(text).toContain('Release Kubernetes v1.18.0');
  expect(text).toContain('Week 1 of 13');
  expect(text).toContain('Mon 6 Jan 2020');
  const elements = elementsOf(firstPage);
  expect(elements.filter(({ properties }) => properties['dataTick'] === '1').length).toBeGreaterThan(30);
  expect(elements.filter(({ tagName }) => tagName === 'figure')).toHaveLength(1);
  expect(elements.find(({ tagName }) => tagName === 'title')).toBeDefined();
  // The log tells what was done and why.
  expect(text).toContain('Open the issue Release Kubernetes v1.18.0 (#1)');
});

test('a step of a day is a run of the schedule', async () => {
  await startOver();
  const before = (await visitor.state()).log.length;
  await visitor.must('/control/clock', { days: 1 });
  const { clock, log } = await visitor.state();
  expect(clock.day).toBe('2020-01-07');
  expect(log.slice(before)).toMatchObject([{ cause: 'schedule', result: 'applied' }]);
});

test('the next event is the next day on which something is due', async () => {
  await startOver();
  expect((await visitor.state()).clock.nextEvent).toBe('2020-01-09');
  await visitor.must('/control/clock', { until: 'event' });
  expect((await visitor.state()).clock.day).toBe('2020-01-09');
});

test('a reset starts the same config over', async () => {
  await startOver();
  await visitor.must('/control/clock', { days: 3 });
  await visitor.must('/control/reset', {});
  expect(await visitor.state()).toMatchObject({
    clock: { day: '2020-01-06' },
    config: { text: SMALL_CONFIG },
  });
});

test('going back does again what was done before that day', async () => {
  await startOver();
  await visitor.must('/control/clock', { day: '2020-01-08' });
  await visitor.must('/control/act', { as: 'alice', action: 'tick', issue: 1, item: 'first text' });
  await visitor.must('/control/clock', { day: '2020-01-10' });
  await visitor.must('/control/act', { as: 'alice', action: 'tick', issue: 1, item: 'second text' });
  await visitor.must('/control/clock', { day: '2020-01-09' });
  const { clock, issues } = await visitor.state();
  expect(clock.day).toBe('2020-01-09');
  expect(issues[0]?.body).toMatch(/- \[x\] .*first text/);
  expect(issues[0]?.body).toMatch(/- \[ \] .*second text/);
});

test('a tick is counted at once; without the right to it GitHub refuses', async () => {
  await startOver();
  await visitor.must('/control/act', { as: 'bob', action: 'tick', issue: 1, item: 'first text' });
  expect(textOf(await visitor.page())).toMatch(/Done: 1 of 2 tasks/);
  const refused = await visitor.post('/control/act', {
    as: 'erin',
    action: 'tick',
    issue: 1,
    item: 'second',
  });
  expect(refused).toMatchObject({ status: 422, json: { error: expect.stringContaining('403') as string } });
});

test('lost webhooks: nothing happens until the next run makes it right', async () => {
  await startOver();
  await visitor.must('/control/faults', { webhooks: 'lost' });
  await visitor.must('/control/act', { as: 'bob', action: 'tick', issue: 1, item: 'first text' });
  expect(textOf(await visitor.page())).toMatch(/Done: 0 of 2 tasks/);
  expect(textOf(await visitor.page())).toContain('Webhooks get lost.');
  await visitor.must('/control/clock', { days: 1 });
  expect(textOf(await visitor.page())).toMatch(/Done: 1 of 2 tasks/);
});

// A write is tried four times.
test('writes that fail today are made by a later run', async () => {
  await visitor.must('/control/faults', { failWrites: 4 });
  await visitor.must('/control/clock', { days: 1 });
  const { log, faults } = await visitor.state();
  expect(faults.failWrites).toBe(0);
  expect(log.at(-1)?.done).toMatchObject([{ outcome: 'failed' }]);
  await visitor.must('/control/clock', { days: 1 });
  expect((await visitor.state()).log.at(-1)?.done).toMatchObject([{ outcome: 'done' }]);
});

test('a mistake in the config is shown at its line, told in one issue, and changes nothing else', async () => {
  await startOver();
  const before = await visitor.state();
  const text = SMALL_CONFIG.replace('release: 2020-01-14', 'release: 2020-02-31');
  await visitor.must('/control/act', { as: 'alice', action: 'edit-config', text });
  const { config, issues, log } = await visitor.state();
  const line = text.split('\n').findIndex((words) => words.includes('2020-02-31')) + 1;
  expect(config.problems.map((problem) => problem.line)).toEqual([line]);
  expect(log.at(-1)).toMatchObject({ result: 'broken-config', cause: 'webhook' });
  const told = issues.filter(({ title }) => title === 'The relcomms config is broken');
  expect(told).toMatchObject([{ state: 'open', author: 'relcomms[bot]' }]);
  expect(told[0]?.body).toContain(`**Line ${line}, `);
  expect(issues.filter((issue) => issue !== told[0])).toEqual(before.issues);
  const page = textOf(await visitor.page('/?pane=config'));
  expect(page).toContain(`Error in line ${line}`);
  expect(page).toContain('The config has a problem.');
});

test('a moved release day reaches the issue and the GitHub milestone', async () => {
  const text = SMALL_CONFIG.replace('release: 2020-01-14', 'release: 2020-01-16');
  await visitor.must('/control/act', { as: 'alice', action: 'edit-config', text });
  expect((await visitor.state()).milestones[0]?.dueOn).toContain('2020-01-16');
  expect(textOf(await visitor.page())).toContain('Release day: Thu 16 Jan 2020');
  const { issues } = await visitor.state();
  expect(issues.find(({ title }) => title === 'The relcomms config is broken')?.state).toBe('closed');
});

test('mails go to whoever is mentioned, assigned or takes part, and never to oneself', async () => {
  await startOver();
  await visitor.must('/control/act', {
    as: 'bob',
    action: 'comment',
    issue: 1,
    body: 'Ready, @carol? Not `@dave`.',
  });
  const { mails, noise } = await visitor.state();
  const fromBob = mails.filter((mail) => mail.from === 'bob');
  expect(fromBob).toMatchObject([
    { to: 'alice', reason: 'comment' },
    { to: 'carol', reason: 'mention' },
  ]);
  const counted = noise.rows.flatMap((row) => row.perWeek).reduce((sum, count) => sum + count, 0);
  expect(counted).toBe(mails.length);
});

test('people close, reopen, edit and open issues', async () => {
  await visitor.must('/control/act', { as: 'alice', action: 'close', issue: 1 });
  expect((await visitor.state()).issues[0]?.state).toBe('closed');
  await visitor.must('/control/act', { as: 'alice', action: 'reopen', issue: 1 });
  const { body = '' } = (await visitor.state()).issues[0] ?? {};
  await visitor.must('/control/act', {
    as: 'alice',
    action: 'edit-body',
    issue: 1,
    body: `${body}\nBy hand.\n`,
  });
  await visitor.must('/control/clock', { days: 1 });
  expect((await visitor.state()).issues[0]?.body).toContain('\nBy hand.\n');
  await visitor.must('/control/act', { as: 'dave', action: 'open-issue', title: 'A question', body: 'Who?' });
  expect(textOf(await visitor.page('/?pane=issues'))).toContain('A question');
});

test('the API of the embedded GitHub answers with the tokens that were printed, and the page follows', async () => {
  const { url, tokens } = visitor.sandbox;
  const answer = await fetch(`${url}/api/v3/repos/acme/demo/issues/1/comments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens['carol']}` },
    body: JSON.stringify({ body: 'From outside' }),
  });
  expect(answer.status).toBe(201);
  // A reset to nothing new comes after the page has followed.
  await visitor.must('/control/faults', { webhooks: 'arrive' });
  expect(textOf(await visitor.page())).toContain('From outside');
});
