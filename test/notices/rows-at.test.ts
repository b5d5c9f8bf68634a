// Which rows of the record tell that a message to a place is out, or may be.
import { day } from '../../src/domain/day.ts';
import type { OutboxRow } from '../../src/domain/outbox.ts';
import { placesOf } from '../../src/notices/places.ts';
import { rowsAt } from '../../src/notices/rows-at.ts';
import { AUDIENCES, TEAMS, inputOf, releaseOf, sentRow } from '../duties/slack/world.ts';
import { at } from '../support/world.ts';

const NOW = '2020-02-05T10:00:00Z';
const [PLACE] = placesOf(['teams'], { audiences: AUDIENCES ?? {}, teams: TEAMS });
const SENT = sentRow('2020-02-05T09:00:00Z');
const BEGUN: OutboxRow = { claim: 'r1', at: at(NOW), tries: 1, until: at('2020-02-06T10:00:00Z') };

function out(rows: Readonly<Record<string, OutboxRow>>): string[] {
  const [tracking] = inputOf({ now: NOW, rows }).observed.ownIssues;
  if (tracking === undefined || PLACE === undefined) throw new Error('no tracking issue or no place');
  const subject = {
    duty: 'weather',
    release: releaseOf(),
    tracking,
    now: at(NOW),
    today: day('2020-02-05'),
    approvals: [],
  };
  return rowsAt(subject, PLACE).map(({ key }) => key.split('/').slice(2).join('/'));
}

const at1 = (name: string): string => `1.10.0/weather/${name}/slack/releases`;

test.each([
  ['that went out', SENT, true],
  ['that was begun, and nobody knows', BEGUN, true],
  ['that failed', { ...BEGUN, failed: 'Slack knows no such channel' }, false],
  ['without an answer', { ...BEGUN, failed: 'no answer came', unsure: true as const }, true],
])('a message %s', (_, row, isOut) => {
  expect(out({ [at1('rain')]: row })).toEqual(isOut ? ['rain/slack/releases'] : []);
});

test('the oldest comes first, and other duties, places and trials are not among them', () => {
  const rows = {
    [at1('snow')]: { ...SENT, at: at('2020-02-04T10:00:00Z') },
    [at1('rain')]: { ...SENT, at: at('2020-02-03T10:00:00Z') },
    '1.10.0/weather/rain/slack/team-api': SENT,
    '1.10.0/weather/rain/slack/trial/slack/releases': SENT,
    '1.10.0/sports/rain/slack/releases': SENT,
  };
  expect(out(rows)).toEqual(['rain/slack/releases', 'snow/slack/releases']);
});
