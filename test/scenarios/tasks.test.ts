// Scenario: tasks come near, become issues below the tracking issue, and are ticked or closed by people.
import * as fc from 'fast-check';
import { type Instant, addDays, day } from '../../src/domain/day.ts';
import { planRun } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { readTicks, tickedIds } from '../../src/body/ticks.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { KUBERNETES_CONFIG, kubernetesSeed } from '../support/kubernetes-seed.ts';
import { longTest, rounds } from '../support/long.ts';
import { noon, runAction, writesSince } from '../support/runs.ts';
import { smallConfig } from '../support/small-cycle.ts';
import { issue, repository } from '../support/tracking.ts';

async function started(config = KUBERNETES_CONFIG): Promise<EmbeddedGitHub> {
  const github = await startTestGitHub({ seed: kubernetesSeed(config) });
  await runAction(github, noon('2020-01-06'));
  return github;
}

async function ended(github: EmbeddedGitHub): Promise<void> {
  expectNoViolations(github);
  await github.close();
}

/** Runs once, and once more to see that nothing is left to write. */
async function settle(github: EmbeddedGitHub, now: Instant): Promise<void> {
  await runAction(github, now);
  const before = github.journal.length;
  await runAction(github, now);
  expect(writesSince(github, before)).toEqual([]);
}

function issueOf(github: EmbeddedGitHub, title: string) {
  const found = repository(github).issues.find((candidate) => candidate.title === title);
  if (found === undefined) throw new Error(`no issue ${title}`);
  return found;
}

const CFP = 'Look up event CFP deadlines and submit the release';

test('what is due within a week becomes a sub-issue with labels, holder and milestone; its line links to it', async () => {
  const github = await started();
  const cfp = issueOf(github, CFP);
  expect(cfp).toMatchObject({
    parent: 1,
    labels: ['area/events', 'role/lead', 'week/1'],
    assignees: ['alice'],
    milestone: 'v1.18.0',
    state: 'open',
  });
  expect(cfp.body).toContain('**Due:** Fri 10 Jan 2020, end of the day');
  expect(cfp.body).toContain('**Shadows:** bob, carol');
  expect(issue(github, 1).body).toContain(`due Fri 10 Jan · #${cfp.number}<!-- /relcomms:task -->`);
  expect(repository(github).issues).toHaveLength(5);
  await settle(github, noon('2020-01-10'));
  expect(issueOf(github, 'Settle the lead and shadow roles')).toMatchObject({ parent: 1, state: 'open' });
  await ended(github);
});

test('without a lead in weeks 1 and 2 the former lead holds the tasks', async () => {
  const github = await started(
    KUBERNETES_CONFIG.replace(/lead: \[alice\]/, 'lead: []').replace('[dave]', '[carol]'),
  );
  expect(issueOf(github, CFP).assignees).toEqual(['carol']);
  await ended(github);
});

test('a tick closes the issue, a closed issue ticks the box, and back again', async () => {
  const github = await started();
  const cfp = issueOf(github, CFP).number;
  const isTicked = () => readTicks(issue(github, 1).body).get('event-cfps');
  await github.as('bob').tick(1, CFP);
  await settle(github, noon('2020-01-07'));
  expect(issue(github, cfp).state).toBe('closed');
  await github.as('bob').tick(1, CFP, false);
  await settle(github, noon('2020-01-07'));
  expect(issue(github, cfp).state).toBe('open');
  await github.as('alice').close(cfp);
  await settle(github, noon('2020-01-07'));
  expect(isTicked()).toBe(true);
  await github.as('alice').reopen(cfp);
  await settle(github, noon('2020-01-07'));
  expect(isTicked()).toBe(false);
  await ended(github);
});

test('done wins when the box was ticked and the issue closed, and then one of both was taken back by nobody', async () => {
  const github = await started();
  const cfp = issueOf(github, CFP).number;
  await github.as('bob').tick(1, CFP);
  await github.as('alice').close(cfp);
  await settle(github, noon('2020-01-07'));
  expect(issue(github, cfp).state).toBe('closed');
  expect(readTicks(issue(github, 1).body).get('event-cfps')).toBe(true);
  await ended(github);
});

test('a span is one issue in several boxes: it closes with the last one', async () => {
  const github = await started();
  await settle(github, noon('2020-01-20'));
  const reading = issueOf(github, 'Begin reading the release notes draft').number;
  expect(issue(github, reading).body).toContain('**Due (begin):** Fri 24 Jan 2020');
  await github.as('alice').tick(1, 'Begin reading');
  await settle(github, noon('2020-01-21'));
  const next = { state: 'open', title: 'Continue with the planned features' };
  expect(issue(github, reading)).toMatchObject({ ...next, labels: expect.arrayContaining(['week/4']) });
  await github.as('alice').close(reading);
  await settle(github, noon('2020-01-22'));
  expect([...tickedIds(issue(github, 1).body)]).toEqual(
    expect.arrayContaining(['story-analysis.begin', 'story-analysis.continue']),
  );
  await ended(github);
});

test('a deleted line, an emptied body and a deleted marker lose no tick', async () => {
  const github = await started();
  await github.as('bob').tick(1, CFP);
  await settle(github, noon('2020-01-07'));
  await github.as('bob').editBody(1, (body) =>
    body
      .split('\n')
      .filter((line) => !line.includes('event-cfps'))
      .join('\n'),
  );
  await settle(github, noon('2020-01-07'));
  expect(readTicks(issue(github, 1).body).get('event-cfps')).toBe(true);
  await github.as('bob').editBody(1, () => '');
  await settle(github, noon('2020-01-08'));
  expect([...tickedIds(issue(github, 1).body)]).toEqual(['event-cfps']);
  expect(repository(github).issues).toHaveLength(5);
  await ended(github);
});

test('what GitHub converted to an issue is that task: our words come back before the number', async () => {
  const github = await started();
  const theirs = await github.as('bob').openIssue({ title: CFP });
  await github
    .as('bob')
    .editBody(1, (body) => body.replace(/- \[ \] <!-- relcomms:task event-cfps.*/, `- [ ] #${theirs}`));
  await settle(github, noon('2020-01-07'));
  const { body } = issue(github, 1);
  expect(body).toMatch(
    new RegExp(`- \\[ \\] <!-- relcomms:task event-cfps week-1 -->.*<!-- /relcomms:task --> #${theirs}\\n`),
  );
  expect(body.match(/relcomms:task event-cfps/g)).toHaveLength(1);
  await ended(github);
});

test('none makes no issues, all makes them from the start, 90 at the most', async () => {
  const many = Array.from(
    { length: 120 },
    (_, index) => `  - { id: extra-${index}, title: Extra ${index}, week: ${(index % 12) + 1} }`,
  ).join('\n');
  const config = KUBERNETES_CONFIG.replace('tracking-issue: {', 'tracking-issue: { tasks: all,').replace(
    /\n*$/,
    `\n\ntasks:\n${many}\nlimits: { operations: 100 }\n`,
  );
  const github = await started(config);
  for (let run = 0; run < 4; run++) await runAction(github, noon('2020-01-06'));
  const plan = await runAction(github, noon('2020-01-06'), planRun);
  const { issues } = repository(github);
  expect(issues.filter((candidate) => candidate.parent === 1)).toHaveLength(90);
  expect(issues).toHaveLength(91);
  expect(plan).toMatchObject({ plan: { operations: [], left: [] } });
  expect(JSON.stringify(plan)).toMatch(/stay checkboxes/);
  await ended(github);
}, 120_000);

longTest(
  'killed at any write, the next run goes on and nothing is made twice',
  async () => {
    const whole = await started();
    const expected = repository(whole).issues.map(({ title, parent, state, labels, assignees }) => ({
      title,
      parent,
      state,
      labels,
      assignees,
    }));
    const writes = writesSince(whole, 0).length;
    await ended(whole);
    for (let kill = 0; kill < writes; kill++) {
      const github = await startTestGitHub({ seed: kubernetesSeed(KUBERNETES_CONFIG) });
      let count = 0;
      let dead = true;
      // From this write on nothing gets through: the run is as good as killed.
      github.fault({
        match: ({ write }) => write && dead && count++ >= kill,
        times: 1000,
        kind: 'error-before',
        status: 403,
      });
      await runAction(github, noon('2020-01-06'));
      dead = false;
      await settle(github, noon('2020-01-06'));
      const made = repository(github).issues.map(({ title, parent, state, labels, assignees }) => ({
        title,
        parent,
        state,
        labels,
        assignees,
      }));
      expect({ kill, made }).toEqual({ kill, made: expected });
      await ended(github);
    }
    expect(writes).toBeGreaterThan(15);
  },
  120_000,
);

/** One thing that a person may do in the middle of a run. */
const act = fc.record({
  kind: fc.constantFrom('tick' as const, 'close' as const, 'own' as const),
  which: fc.nat(3),
  at: fc.nat(8),
});

test('no tick is lost while people tick and close between any two requests of a run', async () => {
  const github = await started();
  const titles = [
    CFP,
    'Find the next lead and shadows',
    'Settle the communications dates in the release timeline',
    'Refresh the contacts per audience',
  ];
  const ids = ['event-cfps', 'find-leads', 'comms-milestones', 'contacts'];
  let today = day('2020-01-07');
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 3 }), async (acts) => {
      const done = new Set<string>();
      let count = 0;
      const remove = github.before(async () => {
        count += 1;
        for (const { kind, which, at } of acts) {
          if (at !== count) continue;
          const title = titles[which] ?? CFP;
          if (kind === 'tick') await github.as('bob').tick(1, title);
          if (kind === 'close') await github.as('alice').close(issueOf(github, title).number);
          if (kind === 'own') await github.as('bob').editBody(1, (body) => `${body}\n- [ ] own ${count}`);
          if (kind !== 'own') done.add(ids[which] ?? '');
        }
      });
      today = today < '2020-01-10' ? addDays(today, 1) : day('2020-01-07');
      await runAction(github, noon(today));
      remove();
      await settle(github, noon(today));
      expect([...tickedIds(issue(github, 1).body)]).toEqual(expect.arrayContaining([...done]));
      // Everything is taken back for the next round, by people.
      for (const id of tickedIds(issue(github, 1).body))
        await github.as('bob').tick(1, titles[ids.indexOf(id)] ?? '', false);
      await settle(github, noon(today));
      expect(titles.map((title) => issueOf(github, title).state)).toEqual(['open', 'open', 'open', 'open']);
    }),
    { numRuns: rounds(6, 40) },
  );
  await ended(github);
}, 200_000);

test('a task that begins later stands among the sub-issues in the order of the checklist', async () => {
  const config = smallConfig({ section: 'tasks: upcoming, ahead: 2 weeks' }).replace(
    'week: 1 }',
    'week: 1, not-before: 2020-01-07 }',
  );
  const github = await startTestGitHub({ seed: kubernetesSeed(config) });
  const below = () => issue(github, 1).subIssues.map((number) => issue(github, number).title);
  await settle(github, noon('2020-01-06'));
  expect(below()).toEqual(['Write the notes']);
  await settle(github, noon('2020-01-07'));
  expect(below()).toEqual(['Settle the theme', 'Write the notes']);
  await ended(github);
});

test('a start in week 9 opens nothing that is past, and assigns five tasks a person and day', async () => {
  const github = await startTestGitHub({ seed: kubernetesSeed(KUBERNETES_CONFIG) });
  await settle(github, noon('2020-03-02'));
  const opened = () => repository(github).issues.filter(({ number }) => number > 1);
  const past = [CFP, 'Settle the theme and the messages'];
  expect(opened().filter(({ title }) => past.includes(title))).toEqual([]);
  expect(opened().length).toBeLessThan(12);
  expect(opened().filter(({ assignees }) => assignees.includes('alice')).length).toBeLessThanOrEqual(5);
  await settle(github, noon('2020-03-03'));
  expect(opened().every(({ assignees }) => assignees.length > 0)).toBe(true);
  await ended(github);
});

test('a late start opens nothing that is past, though its line in the log could not be written', async () => {
  const now = noon('2020-03-02');
  const github = await startTestGitHub({ seed: kubernetesSeed(KUBERNETES_CONFIG), now: () => now });
  github.fault({
    match: ({ method, path }) => method === 'POST' && path.endsWith('/issues/1/comments'),
    times: 1,
    kind: 'error-before',
    status: 403,
  });
  await runAction(github, now);
  await settle(github, noon('2020-03-03'));
  const past = [CFP, 'Settle the theme and the messages'];
  expect(repository(github).issues.filter(({ title }) => past.includes(title))).toEqual([]);
  await ended(github);
});

test('a task that comes after another gets its issue when that one is done, and says until then what it waits for', async () => {
  const config = `timezone: UTC
roles: { lead: [alice], shadow: [bob] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
tasks:
  - { id: theme, title: Settle the theme, role: lead, due: 2020-01-08 }
  - { id: post, title: Write the post, role: shadow, due: 2020-01-09, after: [theme] }
releases: [{ version: v1.18.0, release: 2020-01-28 }]
deadlines:
`;
  const github = await started(config);
  const titles = () => repository(github).issues.map(({ title }) => title);
  expect(titles()).toEqual(['Release v1.18.0', 'Settle the theme']);
  expect(issue(github, 1).body).toContain('due Thu 9 Jan, after Settle the theme');
  await settle(github, noon('2020-01-10'));
  expect(titles()).toEqual(['Release v1.18.0', 'Settle the theme']);
  expect(issue(github, 1).body).toContain(
    'Write the post · bob · was due Thu 9 Jan · waits for #2 Settle the theme',
  );
  await github.as('alice').close(2);
  await settle(github, noon('2020-01-10'));
  expect(titles()).toContain('Write the post');
  expect(issue(github, 1).body).not.toContain('waits for');
  expect(issueOf(github, 'Write the post').body).toContain('- **Comes after:** Settle the theme');
  await ended(github);
});
