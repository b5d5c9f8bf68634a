// Which teams are read, and what is said of those beyond.
import type { BranchOwners } from '../../../../src/domain/pull.ts';
import { teamsToRead } from '../../../../src/github/facts/pulls/team-members.ts';

function ownersNaming(names: readonly string[]): BranchOwners {
  const text = names.map((name) => `/x/ @${name}`).join('\n');
  return { branch: 'main', file: { known: true, value: { path: 'CODEOWNERS', text } } };
}

test('teams of this organization are read, each once', () => {
  const owners = [ownersNaming(['acme/web', 'other/team', 'ACME/api'])];
  expect(teamsToRead('acme', ['acme/api'], owners)).toEqual({ teams: ['ACME/api', 'acme/web'], unread: [] });
});

test('of more than forty the rest is unknown, not empty', () => {
  const names = Array.from({ length: 43 }, (_, index) => `acme/t${index}`);
  const { teams, unread } = teamsToRead('acme', [], [ownersNaming(names)]);
  expect(teams).toHaveLength(40);
  expect(unread.map(({ team, isUnread }) => [team, isUnread])).toEqual([
    ['acme/t40', true],
    ['acme/t41', true],
    ['acme/t42', true],
  ]);
  expect(unread[0]?.members).toEqual({ known: false, why: '43 teams are named, and 40 are read' });
});
