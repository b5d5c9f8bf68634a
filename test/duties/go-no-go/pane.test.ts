// What the sandbox shows of a vote, and what its scripted team does in one.
import { cast } from '../../../src/duties/go-no-go/cast.ts';
import { goNoGoConfig } from '../../../src/duties/go-no-go/config.ts';
import { pane } from '../../../src/duties/go-no-go/pane.ts';
import type { SeenIssue } from '../../../src/duties/view.ts';
import { day } from '../../../src/domain/day.ts';
import { renderRecord } from '../../../src/memory/record.ts';
import { markerLine } from '../../../src/text/marker.ts';
import { read, releaseOf } from '../../support/world.ts';
import { CYCLE, TEAMS, VOTE, type VoteWorld, said, startVote } from './world.ts';

const KEY = '1.0.0/tracking-issue';
const release = releaseOf(read(CYCLE));
const config = goNoGoConfig.parse({ milestones: { decision: VOTE } });
const today = day('2019-11-20');

/** The tracking issue as people see it, with the comment of the vote by this account. */
function tracking({ records }: VoteWorld, author = 'relcomms[bot]'): SeenIssue {
  const comments = records.map(({ name, body, rows }) => ({
    author,
    body: renderRecord(`${KEY}/record/${name}`, { title: 'Vote', about: body, rows, isShown: true }),
  }));
  return {
    number: 1,
    title: 'Release',
    author: 'relcomms[bot]',
    body: markerLine(KEY),
    state: 'open',
    pull: false,
    labels: [],
    assignees: [],
    milestone: null,
    comments,
  };
}

function shown(issue: SeenIssue) {
  const view = { config, teams: TEAMS, today, messages: [], standing: [], releases: [release] };
  return pane.sections?.({ ...view, issues: [issue] });
}

function deeds(issue: SeenIssue): string[] {
  const all = cast({ config, release, today, holidays: [], issues: [issue], teams: TEAMS });
  return all.map((deed) => `${deed.by}: ${deed.kind === 'comment' ? deed.body : deed.kind}`);
}

test('everybody who can be named votes once, and the page shows who voted what and why', () => {
  const world = startVote();
  world.run({ now: '2019-11-19T18:00:00Z' });
  expect(deeds(tracking(world))).toEqual([
    'alice: /release go decision',
    'Bob: /release go decision',
    'dan: /release go decision',
    'gus: /release go decision',
  ]);
  const words = ['alice', 'Bob', 'dan'].map((login) =>
    said(login, '/release no-go because red', '2019-11-20T09:00:00Z'),
  );
  world.run({ now: '2019-11-20T09:00:00Z', said: words });
  expect(deeds(tracking(world))).toEqual(['gus: /release go decision']);
  const rows = [
    ['alice', 'no-go', '', 'red'],
    ['Bob', 'no-go', '', 'red'],
    ['acme/api', 'no-go', 'dan', 'red'],
    ['acme/web', 'no vote yet', '', ''],
  ];
  const title = '1.0.0: Final decision on Thu 21 Nov 2019';
  const head = ['Voter', 'Vote', 'By', 'Reason'];
  expect(shown(tracking(world))).toEqual([{ title, lines: ['The vote is open.'], table: { head, rows } }]);
  world.run({ now: '2019-11-21T18:00:00Z' });
  expect(shown(tracking(world))).toMatchObject([{ lines: ['Result: no-go'], table: { rows } }]);
  expect(deeds(tracking(world))).toEqual([]);
});

test('a copy that a person wrote is no vote', () => {
  const world = startVote();
  world.run({ now: '2019-11-19T18:00:00Z' });
  expect(shown(tracking(world, 'mallory'))).toEqual([]);
  expect(deeds(tracking(world, 'mallory'))).toEqual([]);
});
