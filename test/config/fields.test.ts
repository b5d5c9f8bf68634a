// The decoders: what each accepts, and what it says of the rest.
import type * as z from 'zod';
import {
  branch,
  colour,
  day,
  dayExpression,
  duration,
  calendarDays,
  everyWeeks,
  timeBefore,
  workingDays,
  workingDaysOrNo,
  githubTeam,
  id,
  list,
  login,
  member,
  milestoneId,
  oneOf,
  slackChannel,
  slackMember,
  text,
  url,
  version,
  weekRef,
  weekday,
  wholeNumber,
  yesNo,
  zone,
} from '../../src/config/fields.ts';

const read = (schema: z.ZodType, input: unknown): unknown => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return issue?.code === 'custom' ? `${issue.message} ${String(issue.params?.['fix'])}` : issue?.code;
};

test.each<[string, z.ZodType, unknown, unknown]>([
  ['text', text(), ' Theme ', 'Theme'],
  ['id', id(), 'press-briefings', 'press-briefings'],
  ['id with a digit first', id(), '5-day-blog', '5-day-blog'],
  ['milestone id', milestoneId(), 'beta.1', 'beta.1'],
  ['day', day(), '2028-02-29', '2028-02-29'],
  [
    'relative day',
    dayExpression(),
    'rc1 - 1 week',
    { kind: 'offset', anchor: 'rc1', amount: -1, unit: 'weeks' },
  ],
  [
    'day of a week',
    dayExpression(),
    'week R-3 fri',
    { kind: 'week', week: { from: 'release', offset: -3 }, weekday: 5 },
  ],
  [
    'a milestone with a number',
    dayExpression(),
    'alpha-2',
    { kind: 'offset', anchor: 'alpha-2', amount: 0, unit: 'days' },
  ],
  ['week', weekRef(), 'week R+1', { from: 'release', offset: 1 }],
  ['weekday', weekday(), 'Tues', 2],
  ['number', wholeNumber({ min: 0, max: 5 }), '5', 5],
  ['yes', yesNo(), 'Yes', true],
  ['no', yesNo(), 'off', false],
  ['choice', oneOf(['none', 'all']), 'ALL', 'all'],
  ['zone', zone(), 'Europe/Berlin', 'Europe/Berlin'],
  ['anywhere on earth', zone(), 'aoe', 'AoE'],
  ['login', login(), 'Alice-B', 'Alice-B'],
  ['managed login', login(), 'alice_acme', 'alice_acme'],
  ...['eve-', '-eve-', 'eve--x', '1----1'].flatMap((old): [string, z.ZodType, unknown, unknown][] => [
    ['old login', login(), old, old],
    ['holder of a role with an old login', member(), old, old],
    ['team of an old organization', githubTeam(), `${old}/api`, `${old}/api`],
  ]),
  ['managed holder of a role', member(), 'alice_acme', 'alice_acme'],
  ['team', githubTeam(), 'acme/api', 'acme/api'],
  ['member', slackMember(), 'U012ABC', 'U012ABC'],
  ...[
    '#équipe-api',
    '#выпуск-2',
    '#お知らせ', // Letters without case.
    '#ニュース', // A modifier letter.
    '#ﾆｭｰｽ', // Those of half width.
    '#佐々木', // A sign that repeats.
    '#ข่าวดี', // Marks over letters.
    '#समाचार', // Marks beside letters.
    '#cafe\u0301',
    '#खबर_१२',
  ].map((name): [string, z.ZodType, unknown, unknown] => ['channel', slackChannel(), name, name]),
  ['link', url(), 'https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['colour', colour(), '#0E8A16', '0e8a16'],
  ['branch', branch(), 'release/1.10', 'release/1.10'],
  ['version', version(), 'v1.18.0-rc.1', 'v1.18.0-rc.1'],
  ['duration', duration(), '3 working days', { amount: 3, unit: 'working-days' }],
  ['short duration', duration(), '7d', { amount: 7, unit: 'days' }],
  ['duration of working days in short', duration(), '1wd', { amount: 1, unit: 'working-days' }],
  ['time before from nothing', timeBefore(), '0 days', { amount: 0, unit: 'days' }],
  ['time before in hours', timeBefore(), '4 hours', { amount: 4, unit: 'hours' }],
  ['time before in hours in short', timeBefore(), '36h', { amount: 36, unit: 'hours' }],
  ['working days', workingDays(), '2 weeks', 10],
  ['days of a key that counts working days', workingDays(), '7d', 7],
  ['working days or no', workingDaysOrNo(), 'No', 'no'],
  ['calendar days', calendarDays(), '1w', 7],
  ['rhythm', everyWeeks(), '2 weeks', { weeks: 2 }],
  ['rhythm in days', everyWeeks(), '14d', { weeks: 2 }],
  [
    'offset in short',
    dayExpression(),
    'rc1 - 3wd',
    { kind: 'offset', anchor: 'rc1', amount: -3, unit: 'working-days' },
  ],
  ['list', list(id()), ['a', 'b'], ['a', 'b']],
  ['list of one', list(id()), 'a', ['a']],
])('%s is accepted', (_, schema, input, expected) => {
  expect(read(schema, input)).toEqual(expected);
});

test.each<[z.ZodType, unknown, string]>([
  [text(), '', 'The text is empty. Write a text of one line.'],
  [text(), ['a'], 'Expected a single value, found a list. Write a text of one line.'],
  [text({ max: 3 }), 'four', 'The text has 4 characters; at most 3 are allowed. Shorten it.'],
  [id(), 'Press Briefings', '"Press Briefings" is not an id. Write "press-briefings".'],
  [
    day(),
    '2026-02-31',
    '"2026-02-31" is not a day of the calendar. Write a day as YYYY-MM-DD, for example 2026-02-28.',
  ],
  [
    day(),
    '2026-13-01',
    '"2026-13-01" is not a day of the calendar. Write a day as YYYY-MM-DD, for example 2026-11-03.',
  ],
  [day(), '3.2.2026', '"3.2.2026" is not written as YYYY-MM-DD. Write 2026-02-03.'],
  [
    day(),
    '30.2.2026',
    '"30.2.2026" is not a day of the calendar. Write a day as YYYY-MM-DD, for example 2026-02-28.',
  ],
  [dayExpression(), '1 week before RC1', '"1 week before RC1" is not a day. Write "rc1 - 1 week".'],
  [dayExpression(), 'rc1+2d', '"rc1+2d" is not a day. Write "rc1 + 2 days".'],
  [
    dayExpression(),
    'week 5 frriday',
    '"frriday" is not a day of the week. Write monday to sunday, for example "week 5 friday".',
  ],
  [wholeNumber({ min: 1, max: 9 }), '1e3', '"1e3" is not a whole number. Write a whole number from 1 to 9.'],
  [wholeNumber({ min: 1, max: 9 }), '10', '10 is too large. Write a whole number from 1 to 9.'],
  [yesNo(), 'maybe', '"maybe" is neither yes nor no. Write yes or no.'],
  [oneOf(['upcoming', 'all']), 'upcomming', '"upcomming" is not allowed here. Did you mean upcoming?'],
  [login(), '@alice', '"@alice" is not a GitHub login. Write "alice".'],
  [
    login(),
    'a b',
    '"a b" is not a GitHub login. Write the login as in github.com/LOGIN, without @: letters, digits and hyphens.',
  ],
  [login(), 'alice_', expect.stringMatching(/^"alice_" is not a GitHub login\. Write the login as in /)],
  [login(), 'alice_b_c', expect.stringMatching(/^"alice_b_c" is not a GitHub login\. /)],
  [login(), '-', expect.stringMatching(/^"-" is not a GitHub login\. /)],
  [login(), 'a'.repeat(40), expect.stringMatching(/ is not a GitHub login\. /)],
  [
    login(),
    'dependabot[bot]',
    '"dependabot[bot]" is not a GitHub login. Name a person: GitHub neither asks nor assigns a bot.',
  ],
  [
    member(),
    'renovate[bot]',
    '"renovate[bot]" is not a GitHub login or team. Name a person: GitHub neither asks nor assigns a bot.',
  ],
  [slackChannel(), '#News', '"#News" is not a Slack channel. Write "#news".'],
  [slackChannel(), '#Ünal-Çay', '"#Ünal-Çay" is not a Slack channel. Write "#ünal-çay".'],
  [slackChannel(), '#news.today', '"#news.today" is not a Slack channel. Write "#news-today".'],
  [
    slackChannel(),
    '#news!',
    `"#news!" is not a Slack channel. Write the channel in quotes with its #, for example '#team-api', or its ID such as C012ABC.`,
  ],
  [
    githubTeam(),
    'acme',
    '"acme" is not a GitHub team. Write the organization and the team as in github.com/orgs/acme/teams/api: acme/api, without @.',
  ],
  [
    url(),
    'https://a b',
    '"https://a b" is not an https link. Write a link that begins with https://, for example https://example.com/page.',
  ],
  [
    duration(),
    '0 days',
    '"0 days" is not a length of time. Write a number and a unit: 7d, 7 days, 1 week, or 3 working days.',
  ],
  [
    timeBefore(),
    '0 hours',
    '"0 hours" is not a length of time. Write a number and a unit: 7d, 7 days, 1 week, 4 hours, or 3 working days. 0 days is the day itself.',
  ],
  [duration(), '4 hours', expect.stringContaining('"4 hours" is not a length of time.')],
  [workingDaysOrNo(), 'never', expect.stringMatching(/3 working days\. Or write no\.$/)],
  [
    calendarDays(),
    '3wd',
    'Only calendar days are counted here. Write days or weeks, for example 1 week or 3 days.',
  ],
  [dayExpression(), 'rc1-3wd', '"rc1-3wd" is not a day. Write "rc1 - 3 working days".'],
  [
    everyWeeks(),
    '10 days',
    '"10 days" is not a rhythm in whole weeks. Write whole weeks, for example 1 week or 2 weeks.',
  ],
  [list(id()), 'a, b', '"a, b" is one text, not a list. Write [a, b], with brackets.'],
])('%#: says what is wrong and how to fix it', (schema, input, expected) => {
  expect(read(schema, input)).toEqual(expected);
});

test('what a message repeats of a value is cut and spelt out', () => {
  expect(read(id(), `x\u202e${'y'.repeat(80)}`)).toMatch(/^"x<U\+202E>y{55}…" is not an id\./);
});
