// Mentions of teams in texts of ours: found where GitHub would make them live, and nowhere else.
import { changeTeams, teamsIn } from '../../src/text/team-mentions.ts';

test.each([
  ['For: @alice, @acme/api', ['acme/api']],
  ['@acme/api, @acme/web-1. And @acme/api', ['acme/api', 'acme/web-1']],
  ['Ask @acme/api.', ['acme/api']],
  ['- **Team:** @acme/a.b_c', ['acme/a.b_c']],
  ['`@acme/api` and [x @acme/api](https://a.example)', []],
  ['<!-- @acme/api --> mail@acme/api \\@acme/api', []],
  ['```\n@acme/api\n```', []],
  ['@alice and acme/api', []],
])('%s', (text, teams) => {
  expect(teamsIn(text)).toEqual(teams);
});

test('every other byte stays', () => {
  const text = 'A @acme/api, `@acme/api` <!-- @acme/api -->\r\n\r\n- @acme/web.\n';
  expect(changeTeams(text, (team) => team.toUpperCase())).toBe(
    'A ACME/API, `@acme/api` <!-- @acme/api -->\r\n\r\n- ACME/WEB.\n',
  );
});
