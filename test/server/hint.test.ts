// Which webhooks wake the App, and for which repositories.
import { type Hint, type WebhookEvent, heardEvents, hintsOf, joinHints } from '../../src/server/hint.ts';

const RULES = {
  wakesOn: new Set(['issues', 'push', 'installation', 'installation_repositories']),
  self: 'relcomms[bot]',
  configPath: '.github/relcomms.yml',
};
const DEMO = { installation: 100, owner: 'acme', repo: 'demo' };

type Payload = WebhookEvent['payload'];

const base: Payload = {
  installation: { id: 100 },
  repository: { name: 'demo', owner: { login: 'acme' }, default_branch: 'main' },
  sender: { login: 'alice' },
};

function push(files: object, ref = 'refs/heads/main'): Payload {
  return { ...base, ref, commits: [{ added: [], modified: [], removed: [] }, files] };
}

const config = RULES.configPath;

test.each<[string, string, Payload, boolean]>([
  ['an issue that somebody changed', 'issues', base, true],
  ['an event that no duty waits for', 'star', base, false],
  ['what relcomms did itself', 'issues', { ...base, sender: { login: 'relcomms[bot]' } }, false],
  ['what another bot did', 'issues', { ...base, sender: { login: 'github-actions[bot]' } }, true],
  ['an event outside of any installation', 'issues', { ...base, installation: undefined }, false],
  ['a push that changes the config', 'push', push({ modified: [config] }), true],
  ['a push that adds the config', 'push', push({ added: ['x', config] }), true],
  ['a push that removes the config', 'push', push({ removed: [config] }), true],
  ['a push of other files', 'push', push({ modified: ['README.md', `docs/${config}`] }), false],
  ['a push to another branch', 'push', push({ modified: [config] }, 'refs/heads/release-1.18'), false],
  ['a push of a tag named like the branch', 'push', push({ modified: [config] }, 'refs/tags/main'), false],
  ['a push without commits', 'push', { ...base, ref: 'refs/heads/main' }, false],
])('%s', (_, name, payload, wakes) => {
  expect(hintsOf({ name, payload }, RULES)).toEqual(wakes ? [DEMO] : []);
  // What is not listened to can wake nobody.
  expect(wakes && !heardEvents(RULES).includes(name)).toBe(false);
});

test('commands, new commits of pull requests and wishes for a new check are heard, whatever the duties wait for', () => {
  expect(heardEvents({ wakesOn: new Set() }).toSorted()).toEqual([
    'check_run',
    'check_suite',
    'issue_comment',
    'pull_request',
  ]);
});

function pull(action: string, more: object = {}): Payload {
  return { ...base, action, pull_request: { base: { ref: 'main' } }, ...more };
}

test.each<[string, Payload, boolean]>([
  ['a new one', pull('opened'), true],
  ['new commits', pull('synchronize'), true],
  ['one that is open again', pull('reopened'), true],
  ['another base branch', pull('edited', { changes: { base: {} } }), true],
  ['another title', pull('edited', { changes: { title: {} } }), false],
  ['a label', pull('labeled'), false],
  ['one against another branch', pull('opened', { pull_request: { base: { ref: 'release-1' } } }), false],
])('a pull request may change the config: %s', (_, payload, wakes) => {
  expect(hintsOf({ name: 'pull_request', payload }, RULES)).toEqual(wakes ? [DEMO] : []);
});

test.each([
  ['check_run', { check_run: { head_sha: 'abc' } }],
  ['check_suite', { check_suite: { head_sha: 'abc' } }],
])('a %s that a person wants anew is made anew; its other events wake nobody', (name, payload) => {
  const asked = { ...base, ...payload, action: 'rerequested' };
  expect(hintsOf({ name, payload: asked }, RULES)).toEqual([
    { ...DEMO, again: 'abc', about: [], isAsked: true },
  ]);
  expect(hintsOf({ name, payload: { ...asked, action: 'completed' } }, RULES)).toEqual([]);
});

test('checks and statuses wake where a duty waits for them, once they have ended', () => {
  const rules = { ...RULES, wakesOn: new Set(['check_suite', 'status']) };
  const wakes = (name: string, more: object) =>
    hintsOf({ name, payload: { ...base, ...more } }, rules).length;
  expect(wakes('check_suite', { action: 'completed' })).toBe(1);
  expect(wakes('check_suite', { action: 'requested' })).toBe(0);
  expect(wakes('status', { state: 'failure' })).toBe(1);
  expect(wakes('status', { state: 'pending' })).toBe(0);
});

function names(...repos: readonly string[]) {
  return repos.map((repo) => ({ full_name: `acme/${repo}` }));
}

test('an installation wakes each of its repositories, old and new', () => {
  const { repository: _, ...installation } = base;
  expect(
    hintsOf(
      { name: 'installation', payload: { ...installation, repositories: names('demo', 'site') } },
      RULES,
    ),
  ).toEqual([
    { ...DEMO, onboard: { by: 'alice' } },
    { ...DEMO, repo: 'site', onboard: { by: 'alice' } },
  ]);
  expect(
    hintsOf(
      { name: 'installation_repositories', payload: { ...installation, repositories_added: names('demo') } },
      RULES,
    ),
  ).toEqual([{ ...DEMO, onboard: { by: 'alice' } }]);
});

test('a command and another title of its pull request ask for a first config; two hints keep what both say', () => {
  const comment = { body: 'Yes:\n\n/release onboard', user: { login: 'bob', type: 'User' } };
  const asked = { ...base, action: 'created', issue: { number: 3 }, comment };
  const renamed = {
    ...base,
    action: 'edited',
    changes: { title: {} },
    pull_request: { number: 7, head: { ref: 'relcomms/onboarding' } },
  };
  const rules = { ...RULES, wakesOn: new Set(['pull_request', 'issue_comment']) };
  const [first] = hintsOf({ name: 'issue_comment', payload: asked }, rules);
  const [later] = hintsOf({ name: 'pull_request', payload: renamed }, rules);
  expect([first?.onboard, later?.onboard]).toEqual([{ asked: 'bob' }, {}]);
  expect(first && later && joinHints(first, later).onboard).toEqual({ asked: 'bob' });
  expect(joinHints(DEMO, { ...DEMO, onboard: { by: 'alice' } }).onboard).toEqual({ by: 'alice' });
  expect(joinHints(DEMO, DEMO)).toEqual(DEMO);
  const quoted = { ...asked, comment: { ...comment, body: '> /release onboard' } };
  expect(hintsOf({ name: 'issue_comment', payload: quoted }, rules)[0]?.onboard).toBeUndefined();
});

test('names that are no repository wake nothing', () => {
  const { repository: _, ...installation } = base;
  const payload = { ...installation, repositories: [{ full_name: 'nonsense' }] };
  expect(hintsOf({ name: 'installation', payload }, RULES)).toEqual([]);
});

test.each<[string, string, object, Pick<Hint, 'about' | 'isAsked'>]>([
  ['a pull request', 'pull_request', { pull_request: { number: 7 } }, { about: [7] }],
  [
    'a checked box in a slip',
    'pull_request',
    {
      action: 'edited',
      changes: { body: { from: '' } },
      pull_request: { number: 7, head: { ref: 'relcomms/slip-v1-rc1-2020-01-14' } },
    },
    { about: [7], isAsked: true },
  ],
  [
    'another title of a slip',
    'pull_request',
    {
      action: 'edited',
      changes: { title: { from: '' } },
      pull_request: { number: 7, head: { ref: 'relcomms/slip-v1-rc1-2020-01-14' } },
    },
    { about: [7] },
  ],
  ['a review', 'pull_request_review', { pull_request: { number: 7 } }, { about: [7] }],
  ['an issue', 'issues', { issue: { number: 3 } }, { about: [] }],
  [
    'a command on a pull request',
    'issue_comment',
    { issue: { number: 7, pull_request: {} }, comment: { body: '/release why' } },
    { about: [7], isAsked: true },
  ],
  [
    'a command on an issue',
    'issue_comment',
    { issue: { number: 3 }, comment: { body: '/release status' } },
    { about: [], isAsked: true },
  ],
  [
    'checks of pull requests',
    'check_suite',
    { action: 'completed', check_suite: { pull_requests: [{ number: 7 }, { number: 9 }] } },
    { about: [7, 9] },
  ],
  ['checks of a branch', 'check_suite', { action: 'completed', check_suite: { pull_requests: [] } }, {}],
  ['a status', 'status', { state: 'failure' }, {}],
  ['a pull request without its number', 'pull_request', { pull_request: {} }, {}],
])('what a webhook says that it is about: %s', (_, name, more, about) => {
  const wakesOn = new Set(['pull_request', 'pull_request_review', 'issues', 'check_suite', 'status']);
  const rules = { ...RULES, wakesOn: new Set([...wakesOn, 'issue_comment']) };
  expect(hintsOf({ name, payload: { ...base, ...more } }, rules)).toEqual([{ ...DEMO, ...about }]);
});

test('joined hints look at what either is about, and at everything where one does', () => {
  const about = (...numbers: number[]): Hint => ({ ...DEMO, about: numbers });
  expect(joinHints(about(7), about(9, 7))).toEqual(about(7, 9));
  expect(joinHints(about(7), DEMO)).toEqual(DEMO);
  expect(joinHints(DEMO, about(7))).toEqual(DEMO);
  expect(joinHints({ ...about(), again: 'abc', isAsked: true }, about(7))).toEqual({
    ...about(7),
    again: 'abc',
    isAsked: true,
  });
});
