// The pane of the acknowledgements: which team has seen which day, from what stands in the log.
import { day } from '../../../src/domain/day.ts';
import { acknowledgeConfig } from '../../../src/duties/acknowledge/config.ts';
import { pane } from '../../../src/duties/acknowledge/pane.ts';
import { renderLedger } from '../../../src/memory/ledger.ts';
import { markerLine } from '../../../src/text/marker.ts';
import { RELEASE } from '../../standing/world.ts';

const KEY = '1.14.0/tracking-issue';

function sectionsWith(keys: readonly string[], author = 'relcomms[bot]') {
  const entries = keys.map((key) => ({ key, day: day('2026-11-04'), text: 'told' }));
  const issue = {
    number: 1,
    title: 'Release',
    author: 'relcomms[bot]',
    body: markerLine(KEY),
    state: 'open' as const,
    pull: false,
    labels: [],
    assignees: [],
    milestone: null,
    comments: [{ author, body: renderLedger(KEY, entries) }],
  };
  return pane.sections?.({
    config: acknowledgeConfig.parse({ milestones: ['rc1'] }),
    teams: { api: { github: 'acme/api' }, web: { github: 'acme/web' } },
    today: day('2026-11-05'),
    releases: [RELEASE],
    issues: [issue],
    messages: [],
    standing: [],
  });
}

test('before anybody was asked there is nothing to show', () => {
  expect(sectionsWith([])).toEqual([]);
});

test('each day that was asked about has its teams, those that are silent, too', () => {
  const asked = '1.14.0/seen-ask/rc1/2026-11-10';
  expect(sectionsWith([asked, '1.14.0/seen/rc1/2026-11-10/api'])).toEqual([
    {
      title: '1.14.0: RC1 on Tue 10 Nov 2026',
      table: {
        head: ['Team', 'Confirmed on'],
        rows: [
          ['acme/api', 'Wed 4 Nov 2026'],
          ['acme/web', 'not yet'],
        ],
      },
    },
  ]);
});

test('what was said of another day of the milestone counts for nothing', () => {
  expect(sectionsWith(['1.14.0/seen-ask/rc1/2026-11-09', '1.14.0/seen/rc1/2026-11-09/api'])).toEqual([]);
});

test('a log that a person wrote counts for nothing', () => {
  expect(sectionsWith(['1.14.0/seen-ask/rc1/2026-11-10'], 'alice')).toEqual([]);
});
