// Scenario: the Kyma cycle as teams, scrum masters, press and community hear it, rule by rule.
import { daysBetween, day } from '../../src/domain/day.ts';
import { liveOn } from '../../sandbox/machine/carry-out.ts';
import { carryOutOn } from '../../sandbox/machine/carry-out.ts';
import { EXPECTED, orderOf, printTable, tableOf, withoutRules } from '../support/kyma-table.ts';
import { FIRST, type KymaWalk, LAST, startKymaWalk, workdaysOf } from '../support/kyma-walk.ts';

let kyma: KymaWalk;
const heard = find;

/** Days on which somebody does something or something is due; test/long walks every day. */
const DAYS = [
  ['2020-01-20', '2020-01-23', '2020-02-06', '2020-02-10', '2020-02-11', '2020-02-12', '2020-02-13'],
  ['2020-02-17', '2020-02-18', '2020-02-19', '2020-02-20', '2020-02-21', '2020-02-24', '2020-02-25'],
  ['2020-02-26', '2020-02-27', '2020-03-03', '2020-03-04', '2020-03-05', '2020-03-06', '2020-03-10'],
].map((days) => days.map(day));
const [EARLY = [], MIDDLE = [], LATE = []] = DAYS;

/** The page as it was before the slip. */
let pageBefore = '';

beforeAll(async () => {
  kyma = await startKymaWalk(false);
  await kyma.walk(EARLY);
  await kyma.walk(MIDDLE.slice(0, 3));
  pageBefore = await kyma.page();
  await kyma.walk(MIDDLE.slice(3));
  await kyma.walk(LATE);
}, 240_000);

afterAll(() => kyma.world.close());

function find(place: string, title: RegExp): string[] {
  return kyma.heard.filter((one) => one.place === place && title.test(one.title)).map(({ words }) => words);
}

const CHANNELS = ['#releases', '#team-api', '#team-console'];

test.each(CHANNELS)(
  '%s: all dates more than a week before RC1, pinned, with the contacts',
  async (channel) => {
    const [first] = kyma.heard.filter(({ place }) => place === channel);
    expect(first).toMatchObject({ day: FIRST, title: 'Release 1.10.0: dates and contacts', pinned: true });
    expect(daysBetween(FIRST, day('2020-02-20'))).toBeGreaterThanOrEqual(7);
    for (const words of [
      '• Release candidate 1: Thu 20 Feb 2020, by <!date^',
      '• Release candidate 2: Thu 27 Feb 2020, by <!date^',
      '• Cherry-pick deadline: Tue 3 Mar 2020, by <!date^',
      '|Thu 5 Mar 2020, 23:00 UTC> (Thu 23:00 UTC)',
      'Release manager:\nBob Baker (github.com/bob)',
    ])
      expect(first?.words).toContain(words);
    // After the slip it is the same message, and the only pinned one.
    expect(await kyma.pinnedIn(channel)).toEqual([expect.stringContaining('Release day: Thu 12 Mar 2020')]);
    // The notice a week before RC1 names both candidates and the release.
    const [notice] = heard(channel, /Release candidate 1 is in 7 days/);
    for (const words of ['20 Feb 2020', 'Release candidate 2: Thu 27 Feb', 'Release day: Thu 5 Mar'])
      expect(notice).toContain(words);
    const [moved] = heard(channel, /3 dates moved/);
    expect(moved).toContain('Release day: was Thu 5 Mar 2020, now Thu 12 Mar 2020');
    expect(moved).toContain(
      '7 days later, because two fixes for the API gateway need another week of tests.',
    );
    expect(heard(channel, /news from the release team/)).toEqual([
      expect.stringContaining('down until noon; please wait with manual tests.'),
    ]);
  },
);

test('a team hears of its own pull requests and failing tests only', () => {
  const [waits] = heard('#team-api', /pull request needs/);
  expect(waits).toContain('• #2 API: explain the new gateway');
  expect(heard('#team-console', /pull request needs/)[0]).toContain('Console: describe the new menu');
  const [fails] = heard('#team-api', /failing test belongs/);
  expect(fails).toMatch(/• api-integration, failing since Mon 17 Feb 2020, [0-9a-f]{7}/);
  expect(fails).toContain('/release eta DAY');
  expect(heard('#team-console', /failing/)).toEqual([]);
  expect(heard('#releases', /failing|needs/)).toEqual([]);
});

test('scrum masters hear every two weeks of progress, obstacles and deadlines', () => {
  const days = kyma.heard.filter(({ place }) => place === '#scrum-masters').map((one) => one.day);
  const gaps = days.slice(1).map((one, index) => daysBetween(days[index] ?? one, one));
  expect(gaps).toEqual([14, 14, 14]);
  const [, , third] = heard('#scrum-masters', /where the release stands/);
  expect(third).toContain('Deadlines ahead:\n• Release candidate 1: Thu 20 Feb 2020');
  expect(third).toMatch(
    /Resolve these, each by its owner:\n(• .*\n)*• #\d+ api-integration, failing since .* \(bob, lead of api\)\n/,
  );
});

test('the press hears after an approval only, and of the new time after the slip', () => {
  expect(heard('press@example.org', /embargo lifts/)[0]).toContain(
    'Please hold stories on Kyma 1.10 until Thu 5 Mar 2020, 08:00 UTC.',
  );
  const tracking = kyma.world.github.state()[0]?.issues[0];
  const previews = tracking?.comments.filter(({ body }) => body.includes('Write `/release approve ')) ?? [];
  expect(previews).toHaveLength(2);
  expect(previews[1]?.body).toContain('**New date:** Thu 12 Mar 2020');
  expect(heard('press@example.org', /new date/)[0]).toMatch(
    /Old date: Thu 5 Mar 2020\n.*New date: Thu 12 Mar 2020/,
  );
  // Approved by hand on the 25th; the slip was on the 24th.
  expect(
    kyma.heard.filter(({ place, title }) => place.includes('@') && /new date/.test(title)),
  ).toMatchObject([{ day: '2020-02-25' }]);
});

test('the wiki page has everything that concerns all teams, before and after a slip', async () => {
  for (const words of [
    '**Release candidate 1**: Thu 20 Feb 2020',
    '**Release candidate 2**: Thu 27 Feb 2020',
    '**Cherry-pick deadline**: Tue 3 Mar 2020',
    '**Release day**: Thu 5 Mar 2020',
    'API: explain the new gateway',
    'Console: describe the new menu',
    'api-integration, failing since',
    'Bob Baker',
    'rc.kyma.example',
  ])
    expect(pageBefore).toContain(words);
  const after = await kyma.page();
  expect(after).toContain('**Release day**: Thu 12 Mar 2020');
  expect(after).toContain('Release day from Thu 5 Mar 2020 to Thu 12 Mar 2020');
  expect(after).not.toContain('Console: describe');
});

test('the community hears when tag, release and page are there, once, and nothing internal', async () => {
  const { world } = kyma;
  expect(kyma.heard.filter(({ place }) => place.startsWith('community'))).toEqual([]);
  await kyma.walk([day('2020-03-11')]);
  await liveOn(world, day('2020-03-12'));
  await kyma.listen();
  // The release is there since a moment, and its page was not when relcomms looked.
  expect(kyma.heard.filter(({ place }) => place.startsWith('community'))).toEqual([]);
  const waits = world.log.flatMap(({ done }) => done).filter(({ what }) => what.includes('is out'));
  expect(waits.at(-1)?.detail).toBe('it waits: https://kyma.example/blog/1-10 answers with 404');
  await kyma.walk([day('2020-03-13')]);
  await kyma.walk([LAST]);
  const [told, ...more] = kyma.heard.filter(({ place }) => place.startsWith('community'));
  expect(more).toEqual([]);
  expect(told).toMatchObject({ day: '2020-03-13', title: 'Kyma 1.10 is out' });
  const outside = kyma.heard.filter(({ place }) => /^community|@/.test(place));
  for (const { title, words } of outside)
    expect(`${title}\n${words}`).not.toMatch(/#\w|alice|bob|carol|dave|acme|team|task|rc\.kyma|candidate/i);
});

test('every message of the cycle is one that a rule asks for, and there is no other', () => {
  process.stdout.write(`\n${printTable(EXPECTED)}\n\n`);
  const wanted = EXPECTED.map(withoutRules).toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
  expect(tableOf(kyma.heard)).toEqual(wanted);
});

test('nobody hears more than one message a workday on average', () => {
  const workdays = workdaysOf(FIRST, LAST).length;
  const places = [...new Set(kyma.heard.map(({ place }) => place))];
  const rates = places.map((place) => {
    const count = kyma.heard.filter((one) => one.place === place).length;
    return { place, count, perWorkday: count / workdays };
  });
  process.stdout.write(
    `${rates.map(({ place, count, perWorkday }) => `${place}: ${count} in ${workdays} workdays, ${perWorkday.toFixed(2)} a day`).join('\n')}\n`,
  );
  expect(rates.filter(({ perWorkday }) => perWorkday > 1)).toEqual([]);
});

test('a person reacts to a message; an archived channel is named and stops no other', async () => {
  const { world } = kyma;
  const react = { as: 'bob', action: 'react', emoji: 'white_check_mark' } as const;
  await carryOutOn(world, { act: { ...react, channel: '#team-api', message: 'dates and contacts' } });
  const slack = (await world.outside?.state())?.slack[0];
  const [pinned] = slack?.channels.find(({ name }) => name === 'team-api')?.messages ?? [];
  expect(pinned?.reactions).toEqual([{ name: 'white_check_mark', by: ['bob'] }]);
  await carryOutOn(world, { act: { as: 'dave', action: 'archive-channel', channel: '#team-console' } });
  const body = '/release announce Thank you all';
  await carryOutOn(world, { act: { as: 'alice', action: 'comment', issue: 1, body } });
  await kyma.listen();
  expect(kyma.heard.filter(({ words }) => words.startsWith('Thank you')).map(({ place }) => place)).toEqual([
    '#releases',
    '#team-api',
  ]);
  const told = world.log.flatMap(({ done }) => done.map(({ detail }) => detail));
  expect(told).toContain('The channel #team-console is archived: name another one, or unarchive it.');
  expect(world.github.violations).toEqual([]);
});
