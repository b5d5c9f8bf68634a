// One issue says that no run has succeeded for more than a day, by the newest sign of life in open tracking issues.
import { raiseAlarm } from '../../src/server/raise-alarm.ts';
import { silenceKey } from '../../src/memory/heartbeat.ts';
import { markerLine } from '../../src/text/marker.ts';
import { scriptedGitHub } from '../support/scripted-github.ts';
import { at } from '../support/world.ts';

const US = 'relcomms[bot]';
const NOW = at('2026-11-10T12:00:00Z');
/** What GitHub says of an issue that it made. */
const MADE = {
  number: 9,
  id: 9,
  node_id: 'I_9',
  labels: [{ name: 'relcomms' }],
  assignees: [],
  milestone: null,
};
const YESTERDAY = '2026-11-09 09:00';
const TODAY = '2026-11-10 06:00';

const issue = (key: string, last: string, state = 'open') => ({
  state,
  user: { login: US },
  body: `${markerLine(key)}\n\nLast daily check: ${last} UTC`,
});

/** Titles of the issues that are opened where these are there. */
async function opened(...issues: readonly unknown[]): Promise<string[]> {
  const titles: string[] = [];
  const request = (
    route: string,
    { creator, title }: { readonly creator?: string; readonly title?: string },
  ) => {
    if (route === 'POST /repos/{owner}/{repo}/issues') titles.push(title ?? '');
    const isList = route === 'GET /repos/{owner}/{repo}/issues';
    return Promise.resolve({ data: isList ? (creator === US ? issues : []) : MADE });
  };
  const answer = { repository: { newest0: { nodes: [] } } };
  const github = scriptedGitHub({ request, graphql: () => Promise.resolve(answer) });
  await raiseAlarm(github, US, NOW, ['HTTP 502']);
  return titles;
}

test('after 26 hours of silence, and not before', async () => {
  expect(await opened(issue('1.0.0/tracking-issue', YESTERDAY))).toHaveLength(1);
  expect(await opened(issue('1.0.0/tracking-issue', '2026-11-09 10:00'))).toEqual([]);
});

test('the newest sign of an open tracking issue counts', async () => {
  const silent = issue('1.0.0/tracking-issue', YESTERDAY);
  expect(await opened(silent, issue('1.1.0/tracking-issue', TODAY))).toEqual([]);
  expect(await opened(silent, issue('1.1.0/tracking-issue', TODAY, 'closed'))).toHaveLength(1);
  expect(await opened(silent, issue('1.1.0/task/notes', TODAY))).toHaveLength(1);
});

test('where nothing is kept, nothing is missed', async () => {
  expect(await opened()).toEqual([]);
  expect(await opened(issue('1.0.0/tracking-issue', YESTERDAY, 'closed'))).toEqual([]);
});

test('a silence is told once, and not while another is still open', async () => {
  const silent = issue('1.0.0/tracking-issue', YESTERDAY);
  const key = silenceKey(at('2026-11-09T09:00:00Z'));
  expect(await opened(silent, issue(key, '', 'closed'))).toEqual([]);
  expect(await opened(silent, issue(silenceKey(at('2026-11-01T09:00:00Z')), ''))).toEqual([]);
  expect(await opened(silent, issue(silenceKey(at('2026-11-01T09:00:00Z')), '', 'closed'))).toHaveLength(1);
});
