// The rounds of the App: every repository of every installation, and again those that failed, each after its own pause.
import type { Probot } from 'probot';
import type { Instant } from '../../src/domain/day.ts';
import type { Hint } from '../../src/server/hint.ts';
import { startRounds } from '../../src/server/rounds.ts';

const MINUTE = 60_000;

/** GitHub with these repositories by installation; what fails is said in its place. Minutes go by as told. */
function start(github: { list?: Error | undefined; repositories: Record<number, string[] | Error> }) {
  const world = { now: 0 as Instant, asked: [] as string[], unread: [] as string[], logged: 0 };
  const paginate = (installation?: number) => (route: string) => {
    if (route === 'GET /app/installations')
      return github.list === undefined
        ? Promise.resolve(
            Object.keys(github.repositories).map((id) => ({ id: Number(id), suspended_at: null })),
          )
        : Promise.reject(github.list);
    const found = github.repositories[installation ?? 0] ?? [];
    if (found instanceof Error) return Promise.reject(found);
    return Promise.resolve(
      found.map((name) => ({ owner: { login: 'acme' }, name, archived: name === 'old' })),
    );
  };
  const probot = {
    auth: (id?: number) => Promise.resolve({ paginate: paginate(id), hook: { wrap: () => {} } }),
    log: { warn: () => void (world.logged += 1) },
  } as unknown as Probot;
  const rounds = startRounds(probot, {
    now: () => world.now,
    ask: ({ repo }) => void world.asked.push(repo),
    onUnread: (why) => void world.unread.push(why),
  });
  const after = async (minutes: number, what: 'all' | 'again'): Promise<string[]> => {
    world.now = (world.now + minutes * MINUTE) as Instant;
    world.asked = [];
    await rounds[what]();
    return world.asked.toSorted();
  };
  return { rounds, world, after };
}

const hint = (repo: string, installation = 1): Hint => ({ installation, owner: 'acme', repo });

test('all repositories that are not archived', async () => {
  const { after } = start({ repositories: { 1: ['a', 'old'], 2: ['b'] } });
  expect(await after(0, 'all')).toEqual(['a', 'b']);
  expect(await after(1, 'again')).toEqual([]);
});

test('where GitHub does not list the installations it says so, and tries again after a pause', async () => {
  const github: Parameters<typeof start>[0] = { list: new Error('HTTP 502'), repositories: { 1: ['a'] } };
  const { world, after } = start(github);
  expect(await after(0, 'all')).toEqual([]);
  expect([world.unread, world.logged]).toEqual([['HTTP 502'], 1]);
  github.list = undefined;
  expect(await after(0.5, 'again')).toEqual([]);
  expect(await after(0.5, 'again')).toEqual(['a']);
  expect(await after(10, 'again')).toEqual([]);
});

test('an installation that can not be read stops no other, and is tried again by itself', async () => {
  const github: Parameters<typeof start>[0] = { repositories: { 1: new Error('suspended'), 2: ['b'] } };
  const { rounds, world, after } = start(github);
  expect(await after(0, 'all')).toEqual(['b']);
  expect(world.unread).toEqual(['suspended']);
  expect([rounds.mayRun(hint('a', 1)), rounds.mayRun(hint('b', 2))]).toEqual([false, true]);
  github.repositories[1] = ['a'];
  expect(await after(1, 'again')).toEqual(['a']);
});

test('a repository whose run failed comes again after its pause, which grows, until a run comes through', async () => {
  const { rounds, after } = start({ repositories: { 1: ['a', 'b'] } });
  rounds.failed(hint('a'), new Error('HTTP 500'));
  expect(await after(0, 'all')).toEqual(['b']);
  expect(await after(1, 'again')).toEqual(['a']);
  rounds.failed(hint('a'), new Error('HTTP 500'));
  expect(await after(1, 'again')).toEqual([]);
  expect(await after(1, 'again')).toEqual(['a']);
  rounds.succeeded(hint('a'));
  expect(await after(60, 'again')).toEqual([]);
});

test('by the clock only what is due is asked for, and lists are read once a day', async () => {
  const github = { repositories: { 1: ['a', 'b'] } as Record<number, string[] | Error> };
  const { rounds, world, after } = start(github);
  const due = async (minutes: number): Promise<number> => {
    let asked = 0;
    for (let minute = 0; minute < minutes; minute++) {
      world.now = (world.now + MINUTE) as Instant;
      world.asked = [];
      await rounds.due();
      asked += world.asked.length;
    }
    return asked;
  };
  await after(0, 'all');
  expect(await due(60)).toBe(8);
  github.repositories[1] = ['a', 'b', 'c'];
  expect(await due(60)).toBe(8);
  await due(24 * 60);
  expect(await due(60)).toBe(12);
});
