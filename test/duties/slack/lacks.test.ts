// Messages that nobody hears: said where the section is on and names no place, or one that has none.
import { unheardMessages } from '../../../src/duties/slack/lacks.ts';

const CONFIG = { dates: [], released: [], press: [], teamMessages: true, paused: false };
const TEAM = { name: 'api', github: 'acme/api', slack: '#api' };
const AUDIENCE = { slack: ['#news'], mail: [], webhook: [] };

function why(
  config: object,
  around: { readonly teams?: object; readonly audiences?: object } = {},
): string[] {
  const input = { config: { ...CONFIG, ...config }, teams: {}, audiences: {}, releases: [], ...around };
  return unheardMessages(input as never).map((lack) => lack.why);
}

const NOBODY = 'it names no audience and no team has a channel';

test.each<[string, string[], string[]]>([
  ['it names nobody', why({}), [NOBODY]],
  ['a team has a channel', why({}, { teams: { api: TEAM } }), []],
  ['teams are told nothing', why({ teamMessages: false }, { teams: { api: TEAM } }), [NOBODY]],
  ['an audience has a channel', why({ dates: ['all'] }, { audiences: { all: AUDIENCE } }), []],
  ['both have', why({ dates: ['all'] }, { audiences: { all: AUDIENCE }, teams: { api: TEAM } }), []],
  ['it is paused', why({ paused: true }, { teams: { api: TEAM } }), ['"paused" is on']],
])('%s', (_, said, expected) => {
  expect(said).toEqual(expected);
});
