// Who may give which command: by right on the repository, by role, and by a team that holds the role.
import { type Giver, may } from '../../src/commands/may.ts';
import type { Right } from '../../src/commands/rights.ts';
import type { Permission } from '../../src/domain/command-comment.ts';

const RELEASE = {
  roles: { lead: ['alice'], docs: ['bob'], empty: [] },
  roleTeams: { docs: ['acme/docs'], 'release-manager': ['acme/release'] },
};
const NO_TEAM = { member: [], unknown: [] };

function giver(login: string, permission: Permission, teams: Giver['teams'] = NO_TEAM): Giver {
  return { login, permission, teams };
}

/** The rights that a giver has, on a task of the role `docs`. */
function rights(who: Giver, role = 'docs'): Right[] {
  return (['team', 'holder', 'lead', 'admin'] as const).filter((right) => may(right, who, RELEASE, role));
}

test.each([
  ['who leads', giver('alice', 'read'), ['team', 'holder', 'lead']],
  ['who leads, in another spelling', giver('Alice', 'read'), ['team', 'holder', 'lead']],
  ['who holds the role', giver('bob', 'read'), ['team', 'holder', 'lead']],
  ['who may only read', giver('carol', 'read'), []],
  ['who triages', giver('carol', 'triage'), ['team']],
  ['who writes', giver('carol', 'write'), ['team', 'holder']],
  ['who maintains', giver('carol', 'maintain'), ['team', 'holder', 'lead']],
  ['an administrator', giver('carol', 'admin'), ['team', 'holder', 'lead', 'admin']],
  ['who leads and can not read', giver('alice', 'none'), []],
  ['who leads, when GitHub does not say', giver('alice', 'unknown'), []],
  [
    'who is in the team of the role',
    giver('carol', 'read', { member: ['acme/docs'], unknown: [] }),
    ['team', 'holder', 'lead'],
  ],
  [
    'who is in a team that leads',
    giver('carol', 'read', { member: ['acme/release'], unknown: [] }),
    ['team', 'holder', 'lead'],
  ],
  ['who is in another team', giver('carol', 'read', { member: ['acme/other'], unknown: [] }), []],
  [
    'whose team can not be looked up',
    giver('carol', 'read', { member: [], unknown: ['acme/docs', 'acme/release'] }),
    [],
  ],
  [
    'who is in a team and can not read',
    giver('carol', 'none', { member: ['acme/release'], unknown: [] }),
    [],
  ],
])('%s', (_, who, expected) => expect(rights(who)).toEqual(expected));

test('a role helps with the tasks of that role only', () => {
  expect(rights(giver('bob', 'read'), 'empty')).toEqual(['team']);
  expect(may('holder', giver('bob', 'read'), RELEASE)).toBe(false);
});

test('where no role leads, nobody leads by name', () => {
  const without = { roles: { docs: ['bob'] } };
  const led = (['team', 'holder', 'lead'] as const).filter((right) =>
    may(right, giver('alice', 'read'), without),
  );
  expect(led).toEqual([]);
});

test('who answers for a case file: its team, its lead, who leads the release, and who may write', () => {
  const owner = { teams: ['acme/API'], people: ['frank'] };
  const mayTell = (who: Giver) => may('owner', who, RELEASE, undefined, owner);
  const inTeam = { member: ['acme/api'], unknown: [] };
  const allowed = [
    giver('alice', 'read'),
    giver('Frank', 'read'),
    giver('dave', 'read', inTeam),
    giver('dave', 'write'),
    giver('dave', 'admin'),
  ];
  expect(allowed.map(mayTell)).toEqual(allowed.map(() => true));
  const others = [
    giver('bob', 'read'),
    giver('dave', 'triage'),
    giver('frank', 'none'),
    giver('dave', 'none', inTeam),
    giver('dave', 'read', { member: ['acme/docs'], unknown: ['acme/api'] }),
  ];
  expect(others.map(mayTell)).toEqual(others.map(() => false));
  expect(may('owner', giver('frank', 'read'), RELEASE)).toBe(false);
});
