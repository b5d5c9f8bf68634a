// Whom a text mentions in place of a team.
import { standInsFor } from '../../src/people/stand-ins.ts';

const TEAMS = {
  api: { github: 'acme/api', lead: 'carol', people: ['dave', 'Erin'] },
  web: { github: 'acme/web', lead: 'carol' },
  docs: { github: 'acme/docs' },
};

const ROLES = [{ lead: ['alice'], 'release-manager': ['bob', 'Alice'], shadow: ['erin'] }];

test.each([
  ['acme/api', [], { people: ['dave', 'Erin'], passOn: false }],
  ['Acme/API', ['dave'], { people: ['Erin'], passOn: false }],
  ['acme/api', ['dave', 'erin'], { people: ['carol'], passOn: false }],
  ['acme/web', [], { people: ['carol'], passOn: false }],
  ['acme/web', ['carol'], { people: ['alice', 'bob'], passOn: true }],
  ['acme/docs', [], { people: ['alice', 'bob'], passOn: true }],
  ['acme/unknown', ['alice'], { people: ['bob'], passOn: true }],
  ['acme/docs', ['alice', 'bob'], { people: [], passOn: false }],
])('%s while %j are quiet: %j', (team, quiet, found) => {
  const isQuiet = (login: string) => quiet.includes(login.toLowerCase());
  expect(standInsFor(team, { teams: TEAMS, roles: ROLES, isQuiet })).toEqual(found);
});
