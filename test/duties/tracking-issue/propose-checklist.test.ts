// What a finished cycle proposes for the next checklist, and what it only mentions.
import { day } from '../../../src/domain/day.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import type { Release } from '../../../src/domain/release.ts';
import type { DutyContext } from '../../../src/duties/duty.ts';
import type { TrackingIssueConfig } from '../../../src/duties/tracking-issue/config.ts';
import { handOver } from '../../../src/duties/tracking-issue/finish/hand-over.ts';
import { proposeChecklist } from '../../../src/duties/tracking-issue/finish/propose-checklist.ts';
import { renderHandOver } from '../../../src/duties/tracking-issue/finish/render-hand-over.ts';
import type { TaskMemory } from '../../../src/duties/tracking-issue/tasks/task-memory.ts';
import { at, context, read, releaseOf, sourceOf } from '../../support/world.ts';

const CONFIG = `extends: [kubernetes-comms]
timezone: UTC
roles: { lead: [alice], shadow: [bob], former-lead: [] }
releases:
  - { version: v1.0.0, start: 2020-01-06, release: 2020-03-24 }
  - { version: v1.1.0, title: "Next <b>@dave</b>", start: 2020-02-24, release: 2020-05-12 }
tasks:
  - { id: swag, title: Order the swag, week: 2 }
`;

function contextOf(text: string): DutyContext<TrackingIssueConfig> {
  const { releases } = read(text);
  const around = { now: at('2020-04-06T12:00:00Z'), sections: {}, source: sourceOf(read(text)) };
  return { ...context({ ...around, releases }), config: {} as TrackingIssueConfig };
}

interface Story {
  readonly text?: string;
  readonly body?: string;
  readonly done?: (release: Release) => string[];
  readonly memory?: Partial<TaskMemory>;
}

function told({ text = CONFIG, body = '', done = allOf, memory = {} }: Story) {
  const known = contextOf(text);
  const release = releaseOf(read(text));
  const found = { body, ledger: undefined } as unknown as OwnIssue;
  const all = { doneOn: {}, skipped: {}, ...memory };
  const given = handOver(release, found, new Set(done(release)), all, known.source.spec.holidays);
  const proposal = proposeChecklist({ release, context: known, given, tracking: 7, entry: 'v1.0.0/closed' });
  return {
    given,
    proposal,
    comment: renderHandOver(release, given, proposal, { desired: [], count: 0, end: 'closed' }),
  };
}

const allOf = ({ tasks }: Release) => tasks.map(({ id }) => id);

const below = (week: number, ...lines: string[]) =>
  [`### <!-- relcomms:group week-${week} -->Week<!-- /relcomms:group -->`, '', ...lines, ''].join('\n');

const skipped = (...ids: string[]) => ({
  skipped: Object.fromEntries(ids.map((id) => [id, { by: 'alice', because: 'no need' }])),
});

function editsOf(story: Story): string {
  const { proposal } = told(story);
  return proposal.kind === 'nothing' ? 'nothing' : proposal.yaml;
}

function pullOf(story: Story) {
  const { proposal } = told(story);
  if (proposal.kind !== 'pull') throw new Error(proposal.kind);
  return proposal.pull;
}

test('a cycle in which all was done as planned proposes nothing, and says so in one line', () => {
  const { proposal, comment } = told({});
  expect(proposal).toEqual({ kind: 'nothing' });
  expect(comment).toBe(
    '### Handoff of v1.0.0\n\nThe cycle is over. Of 44 tasks 44 were done.'.replace(
      /44/g,
      String(told({}).given.total),
    ),
  );
});

test('weeks count from the nearer end of the cycle', () => {
  const body = [1, 6, 7, 11, 12, 13].map((week) => below(week, `- [ ] In ${week}`)).join('\n');
  const weeks = [...editsOf({ body }).matchAll(/week: (\S+)/g)].map(([, week]) => week);
  expect(weeks).toEqual(['1', '6', 'R-5', 'R-1', 'R', 'R+1']);
});

test.each([
  ['Call the venue!', 'call-the-venue'],
  ['Über-Größe prüfen', 'uber-gro-e-prufen'],
  ['新しい', 'added-task'],
  ['2 0 2 6', 'added-task'],
  ['constructor', 'added-task'],
  ['Webinar', 'webinar-2'],
  ['Swag', 'swag-2'],
  ['One two three four five six', 'one-two-three-four-five'],
  ['x'.repeat(120), 'x'.repeat(36)],
])('the id of %s is %s', (title, id) => {
  expect(editsOf({ body: below(2, `- [ ] ${title}`) })).toContain(`- id: ${id}\n`);
});

test('the same words twice in a week are one task, in two weeks two; those of a task we have are none', () => {
  const body = below(2, '- [ ] Call', '- [x] call', '- [ ] ORDER the swag') + below(3, '- [ ] Call');
  expect(editsOf({ body }).match(/id: .*/g)).toEqual(['id: call', 'id: call-2']);
});

function burndownsOf(release: Release) {
  return allOf(release).filter((id) => id.startsWith('burndown.'));
}

test('left out for good is what a preset brings and what was skipped as a whole', () => {
  expect(editsOf({ memory: skipped('social-plan') })).toContain('{ id: social-plan, remove: true }');
  // A part of a span, an occurrence, what is there only if appropriate, and what the file itself says.
  for (const id of ['press-briefings.begin', 'burndown.1', 'media-roundtable', 'swag'])
    expect(editsOf({ memory: skipped(id) })).toBe('nothing');
  const { releases } = contextOf(CONFIG);
  const every = releases[0] === undefined ? [] : burndownsOf(releases[0]);
  expect(every.length).toBeGreaterThan(1);
  expect(editsOf({ memory: skipped(...every) })).toContain('{ id: burndown, remove: true }');
});

test('what is only mentioned: long late, never done, skipped in the file itself, added under no week', () => {
  const pull = pullOf({
    body: `- [ ] Somewhere | else\n\n${below(2, '- [ ] Call')}`,
    done: (release) => allOf(release).filter((id) => id !== 'social-plan'),
    memory: { ...skipped('swag'), doneOn: { theme: day('2020-02-18'), contacts: day('2020-01-13') } },
  });
  expect(pull.body.split('but check these')[1]).toBe(
    [
      '',
      '',
      '| What | Why |',
      '| --- | --- |',
      '| Settle the theme and the messages | 7 working days late: is its day correct? |',
      '| Discuss the social posts | never done: is it still needed? |',
      '| Order the swag (`swag`) | skipped by alice: no need. It is in this file: delete it there if you no longer need it |',
      String.raw`| Somewhere \| else | added by hand, but under no week |`,
    ].join('\n'),
  );
});

test('a release whose cycle runs is named, with what would be overdue there at once', () => {
  const { body } = pullOf({ body: below(2, '- [ ] Call') + below(13, '- [ ] Rest') });
  expect(body).toContain(
    'wait until the cycle of Next &lt;b&gt;@&#8203;dave&lt;/b&gt; is over, on Sun 24 May 2020 | its cycle runs, and its checklist changes with this one: 1 new task would be overdue there at once |',
  );
});

test('the pull request is the same each time, nobody asked for it, and its branch is named for the release', () => {
  const story = { body: below(2, '- [ ] Call') };
  expect(pullOf(story)).toEqual(pullOf(story));
  expect(pullOf(story)).toMatchObject({ branch: 'relcomms/hand-over-v1.0.0', unasked: true });
});

test('a file that can not be changed in place: no pull request, and the comment says why and what to write', () => {
  const text = CONFIG.replace('tasks:', 'tasks: &all').replace('  - { id: swag', '  - &one { id: swag');
  const shared = `${text}people: { bob: &none {}, alice: *none }\n`.replace('tasks: &all', 'tasks:');
  expect(told({ text: shared, body: below(2, '- [ ] Call') }).proposal.kind).toBe('pull');
  const kept = CONFIG.replace('week: 2 }', 'week: 2, notes: a }').concat(
    '  - id: last\n    title: Last\n    week: 3\n    notes: |+\n      b\n\n\n',
  );
  const { proposal, comment } = told({ text: kept, body: below(2, '- [ ] Call ```` <b>') });
  expect(proposal.kind).toBe('by-hand');
  expect(comment).toContain("No pull request: The list of tasks can't be changed in place");
  expect(
    comment.endsWith("\n\n`````yaml\ntasks:\n  - id: call\n    title: 'Call ````'\n    week: 2\n`````"),
  ).toBe(true);
});

test('a config that could not be used with the tasks is not proposed', () => {
  const known = contextOf(CONFIG);
  const problem = {
    code: 'x',
    severity: 'error',
    path: [],
    message: 'It is full.',
    fix: 'Empty it.',
    line: 1,
    column: 1,
  } as const;
  const release = releaseOf(read(CONFIG));
  const given = handOver(
    release,
    { body: below(2, '- [ ] Call') } as OwnIssue,
    new Set(),
    { doneOn: {}, skipped: {} },
    [],
  );
  const answer = (reread: typeof known.source.reread) =>
    proposeChecklist({
      release,
      context: { ...known, source: { ...known.source, reread } },
      given,
      tracking: 7,
      entry: 'e',
    });
  expect(answer(() => ({ problems: [problem] }))).toMatchObject({
    kind: 'by-hand',
    why: expect.stringContaining('It is full.') as string,
  });
  expect(answer(() => ({ releases: [release], config: { schedule: known.source.spec } }))).toMatchObject({
    kind: 'by-hand',
    why: expect.stringContaining('more') as string,
  });
});

test('long lists end in a count, and the comment stays short of what GitHub takes', () => {
  const lines = Array.from({ length: 900 }, (_, index) => `- [ ] ${'@'.repeat(50)}${index}`);
  const { comment, proposal } = told({ body: below(2, ...lines), done: () => [] });
  expect(comment).toContain('- and 880 more');
  expect(comment.length).toBeLessThan(40_000);
  expect(proposal.kind === 'pull' && proposal.pull.body.length).toBeLessThan(60_000);
  expect(editsOf({ body: below(2, ...lines) }).match(/- id: /g)).toHaveLength(40);
});

function late(id: string, on: string) {
  return told({ memory: { doneOn: { [id]: day(on) } } }).given.late;
}

test('late is a working day or more behind the due day, and never what is there only if appropriate', () => {
  expect(late('theme', '2020-02-07')).toEqual([]);
  expect(late('theme', '2020-02-09')).toEqual([]);
  expect(late('theme', '2020-02-10')).toMatchObject([{ on: '2020-02-10', workingDays: 1 }]);
  expect(late('media-roundtable', '2020-04-01')).toEqual([]);
});

test('a list that is cut says where all of it is: moved dates are in the log, tasks in the checklist', () => {
  const { given, proposal } = told({ done: () => [] });
  const entry = { key: 'k', day: day('2020-02-03'), text: 'Moved: **RC1** from Monday to Tuesday' };
  const moved = Array.from({ length: 22 }, () => entry);
  const left = { desired: [], count: 0, end: 'closed' } as const;
  const text = renderHandOver(releaseOf(read(CONFIG)), { ...given, moved }, proposal, left);
  const cut = text.split('\n').filter((line) => line.startsWith('- and '));
  expect(cut).toEqual([
    `- and ${given.open.length - 20} more; all are in the checklist of this issue`,
    '- and 2 more; all are in the activity log of this issue',
  ]);
});

const OF_A_KIND = `timezone: UTC
roles: { lead: [alice] }
kinds:
  patch: { extends: patch-train }
releases:
  - { version: v1.0.1, kind: patch, release: 2020-03-24 }
tasks: [{ id: swag, title: Order the swag, week: 1 }]
`;

test('the checklist of a kind is for people to change: the tasks at the top are those of every kind', () => {
  const story = { text: OF_A_KIND, memory: skipped('list-fixes') };
  const { proposal, comment } = told(story);
  expect(proposal).toMatchObject({
    kind: 'by-hand',
    yaml: expect.stringContaining('id: list-fixes') as string,
  });
  expect(comment).toContain('the release is of the kind "patch"');
});

test('a release without a kind still proposes, though a kind of another has the same tasks', () => {
  const text = CONFIG.replace('tasks:\n', 'kinds: { patch: {} }\ntasks:\n').replace(
    'version: v1.1.0,',
    'version: v1.1.0, kind: patch,',
  );
  expect(told({ text, memory: skipped('social-plan') }).proposal.kind).toBe('pull');
});
