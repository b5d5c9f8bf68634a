// One call sends a message of any duty to an audience: in its window, once, noted, and approved where that is needed.
import { type Instant, day } from '../../src/domain/day.ts';
import type { OutboxRow } from '../../src/domain/outbox.ts';
import { spareRows } from '../../src/notices/spare-rows.ts';
import type { Approval, NoticeSubject } from '../../src/notices/subject.ts';
import { placesOf } from '../../src/notices/places.ts';
import { type Reach, tellAudiences } from '../../src/notices/tell.ts';
import { AUDIENCES, TEAMS, inputOf, releaseOf, sentRow } from '../duties/slack/world.ts';
import { at } from '../support/world.ts';

const NOW = '2020-02-05T10:00:00Z';
const FROM = { audiences: AUDIENCES ?? {}, teams: TEAMS };
const KEY = '1.10.0/weather/rain/slack/releases';

function subjectOf(rows: Readonly<Record<string, OutboxRow>> = {}, approvals: readonly Approval[] = []) {
  const [tracking] = inputOf({ now: NOW, rows }).observed.ownIssues;
  if (tracking === undefined) throw new Error('no tracking issue');
  const subject: NoticeSubject = {
    duty: 'weather',
    release: releaseOf(),
    tracking,
    now: at(NOW),
    today: day('2020-02-05'),
    approvals,
  };
  return subject;
}

function told(names: readonly string[], reach: Reach, subject = subjectOf(), until = '2020-02-06T10:00:00Z') {
  const { desired, skips } = tellAudiences(subject, names, FROM, reach, {
    name: 'rain',
    window: { from: at(NOW), until: at(until) },
    title: 'It rains',
    lines: [{ parts: [{ kind: 'text', text: 'Take a coat.' }] }],
    why: 'it rains',
  });
  return {
    keys: desired.flatMap((one) => (one.kind === 'notice' ? [one.notice.key] : [])),
    log: desired.flatMap((one) => (one.kind === 'entry' ? [one.text] : [])),
    previews: desired.flatMap((one) => (one.kind === 'comment' ? [one.body] : [])),
    skips: skips.map(({ duty, why }) => `${duty}: ${why}`),
  };
}

test('each place hears it under a key of the duty, and the log tells of it', () => {
  expect(told(['teams'], 'internal')).toEqual({
    keys: [KEY, '1.10.0/weather/rain/slack/team-api'],
    log: ['Sent to #&#8203;releases on Slack: It rains', 'Sent to #&#8203;team-api on Slack: It rains'],
    previews: [],
    skips: [],
  });
});

test('words for those inside never go outside; words for all go everywhere', () => {
  expect(told(['teams', 'community'], 'internal').keys).toHaveLength(2);
  expect(told(['teams', 'community'], 'external').keys).toHaveLength(3);
});

test.each([
  ['at its end', NOW],
  ['before it', '2020-02-05T09:00:00Z'],
])('outside of its window, %s, nothing is said', (_, until) => {
  expect(told(['teams'], 'internal', subjectOf(), until)).toMatchObject({ keys: [], log: [], skips: [] });
});

test('an audience that the config does not name is named', () => {
  expect(told(['crowd', 'crowd'], 'internal')).toMatchObject({
    keys: [],
    skips: ['weather: there is no audience crowd; add it under `audiences`'],
  });
});

test('what a role approves is shown first and sent once somebody says so', () => {
  const shown = told(['press'], 'external');
  expect(shown).toMatchObject({
    keys: [],
    skips: [expect.stringContaining('It rains: it needs approval by the role lead')],
  });
  const [, id = ''] = /`\/release approve ([0-9a-f]+)`/.exec(shown.previews.join('')) ?? [];
  const other = told(['press'], 'external', subjectOf({}, [{ id: '00000000', by: 'bob' }]));
  expect(other.keys).toEqual([]);
  const sent = told(['press'], 'external', subjectOf({}, [{ id, by: 'bob' }]));
  expect(sent.keys).toEqual(['1.10.0/weather/rain/mail/press']);
  expect(sent.log[0]).toContain('bob approved a message to 1 address by email: It rains');
});

test('what a role approves is shown from the Monday of its week, and sent in its window', () => {
  const early = (nowText: string, approvals: readonly Approval[] = []) => {
    const subject = { ...subjectOf({}, approvals), now: at(nowText), today: day(nowText.slice(0, 10)) };
    const { desired } = tellAudiences(subject, ['press', 'teams'], FROM, 'external', {
      name: 'rain',
      window: { from: at(NOW), until: at('2020-02-06T10:00:00Z') },
      title: 'It rains',
      lines: [],
      why: 'it rains',
    });
    return desired.map((one) => (one.kind === 'comment' ? `${one.kind} ${String(one.mayWait)}` : one.kind));
  };
  expect(early('2020-02-02T10:00:00Z')).toEqual([]);
  // By itself it need not go before Wednesday.
  expect(early('2020-02-03T10:00:00Z')).toEqual(['comment true', 'entry']);
  expect(early(NOW)).toEqual(['comment false', 'entry', 'notice', 'entry', 'notice', 'entry']);
  const [, id = ''] =
    /`\/release approve ([0-9a-f]+)`/.exec(
      told(['press'], 'external', subjectOf(), '2020-02-06T10:00:00Z').previews.join(''),
    ) ?? [];
  expect(id).not.toBe('');
});

test('words that changed after a try that failed ask for their approval', () => {
  const row = { claim: 'x', at: at('2020-02-05T01:00:00Z'), tries: 1, until: at('2020-02-06T10:00:00Z') };
  const failed = { '1.10.0/weather/rain/mail/press': { ...row, failed: 'no connection' } };
  expect(told(['press'], 'external', subjectOf(failed))).toMatchObject({
    keys: [],
    previews: [expect.stringContaining('/release approve')],
  });
});

test('what was sent stays as it is: other words need no approval, since they go nowhere', () => {
  const sent = { '1.10.0/weather/rain/mail/press': { ...sentRow('2020-02-05T10:00:00Z'), words: 'others' } };
  expect(told(['press'], 'external', subjectOf(sent)).previews).toEqual([]);
});

test('an approval is for one end of the window: another one asks again', () => {
  const ids = ['2020-02-06T10:00:00Z', '2020-02-07T10:00:00Z'].map(
    (until) =>
      /approve ([0-9a-f]+)/.exec(told(['press'], 'external', subjectOf(), until).previews.join(''))?.[1],
  );
  expect(new Set(ids).size).toBe(2);
});

test('what did not arrive is told in every report, and what nobody knows of after an hour', () => {
  const row = { claim: 'x', at: at('2020-02-05T08:00:00Z'), tries: 2, until: at('2020-02-06T10:00:00Z') };
  const failed = told(['teams'], 'internal', subjectOf({ [KEY]: { ...row, failed: 'no such channel' } }));
  expect(failed.skips).toEqual(['weather: It rains: #releases on Slack: no such channel']);
  const lost = told(['teams'], 'internal', subjectOf({ [KEY]: row }));
  expect(lost.skips).toEqual([expect.stringContaining('relcomms started to send it twice')]);
  const young = { ...row, at: (at(NOW) - 3_600_000) as Instant };
  expect(told(['teams'], 'internal', subjectOf({ [KEY]: young })).skips).toEqual([]);
});

test('rows of another duty are never spare', () => {
  const old = { ...sentRow('2020-01-20T08:05:00Z'), until: at('2020-01-21T08:00:00Z') };
  const subject = subjectOf({ [KEY]: old, '1.10.0/slack/dates/slack/releases': old });
  expect(spareRows(subject, placesOf(['teams'], FROM))).toEqual([KEY]);
});
