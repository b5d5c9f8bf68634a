// Owners that GitHub does not count are not asked, and are named once in the report.
import type { Fixes } from '../../../src/domain/pull.ts';
import { approvals } from '../../../src/duties/approvals/decide.ts';
import { PULL, inputOf } from './world.ts';

const FIXES: Fixes = { fixes: [], branches: [], repository: 'acme/demo' };

/** Who is asked about a pull request with one file, and what the report says of the owners. */
function told(owners: string, unknown: readonly string[], file: string) {
  const input = inputOf({
    owners,
    pulls: [{ ...PULL, files: [file], requested: { people: [], teams: [] } }],
    fixes: FIXES,
  });
  const lines = owners.split('\n');
  const unknownOwners = unknown.map((name) => ({
    name,
    line: lines.findIndex((line) => line.toLowerCase().includes(`@${name}`.toLowerCase())) + 1,
  }));
  const branchOwners = input.observed.branchOwners.map((one) => ({ ...one, unknownOwners }));
  const twice = branchOwners.flatMap((one) => [one, { ...one, branch: 'release-1.14' }]);
  const { judged, skips } = approvals({ ...input, observed: { ...input.observed, branchOwners: twice } });
  return {
    verdict: judged[0]?.verdict.kind,
    groups: judged[0]?.groups.map(({ approvers }) => approvers),
    skips: skips.map(({ what, why }) => `${what}: ${why}`),
  };
}

test('an owner whom GitHub does not know is left out; the others of the line stay', () => {
  expect(told('* @alice\n/ops/ @acme/ghosts @bob', ['acme/ghosts'], 'ops/a')).toEqual({
    verdict: 'waiting',
    groups: [['bob']],
    skips: [
      'line 2 of .github/CODEOWNERS: acme/ghosts does not exist or has no write access, so GitHub does not count it as an owner',
    ],
  });
});

test('a line without any owner left still counts: nobody above it is asked', () => {
  expect(told('* @alice\n/gone/ @ghost', ['Ghost'], 'gone/a')).toMatchObject({
    verdict: 'nobody',
    groups: [],
  });
});

test('a team of another organization is left out, whatever GitHub says of the file', () => {
  expect(told('* @alice\n/ext/ @other/team', [], 'ext/a')).toEqual({
    verdict: 'nobody',
    groups: [],
    skips: [
      'line 2 of .github/CODEOWNERS: the team other/team belongs to another organization, so it can own nothing here',
    ],
  });
});

test('owners that count are asked, be it by another spelling of the organization', () => {
  expect(told('* @alice\n/src/ @ACME/api', [], 'src/a')).toEqual({
    verdict: 'waiting',
    groups: [['ACME/api']],
    skips: [],
  });
});

test('teams beyond those that are read make approvals not watched', () => {
  const input = inputOf();
  const members = { known: false, why: '41 teams are named, and 40 are read' } as const;
  const teamMembers = [{ team: 'acme/late', members, isUnread: true }];
  const { lacks } = approvals({ ...input, observed: { ...input.observed, teamMembers } });
  expect(lacks.map(({ why, kinds }) => [why, kinds])).toEqual([
    [
      'the members of 1 team are unknown, because the config names more teams than relcomms reads',
      ['approval'],
    ],
  ]);
});
