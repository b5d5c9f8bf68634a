// A slip of a release that follows from a rule: it is written beside the rule, in the style of the file.
import { spliceDays } from '../../src/config/splice-day.ts';
import { type Day, day, instantOf } from '../../src/domain/day.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { prepare } from '../../src/run/prepare.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { slip } from '../../src/schedule/slip.ts';
import { withDays } from '../../src/schedule/slip-apply.ts';

const NOW = instantOf(day('2027-02-01'), '12:00', 'UTC');

const TOP = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
milestones: { freeze: release - 1 week, rc1: { on: release - 4 days, fixed: yes } }
`;

const BLOCK = `${TOP}releases:
  # Every month.
  - every: monthly first wednesday # of each
    first: 2026-12-02
    versions: '{yyyy}.{m}' # as the calendar
  - version: '2.0'
    release: 2027-06-09
`;

const RULE = "every: monthly first wednesday, first: 2026-12-02, versions: '{yyyy}.{m}'";

function read(text: string) {
  const prepared = prepare(text, DUTY_SECTIONS, NOW);
  if ('problems' in prepared) throw new Error(prepared.problems.map(({ message }) => message).join('\n'));
  return prepared;
}

function slipped(text: string, version: string, milestone: string, to: Day, because?: string) {
  const { schedule } = read(text).config;
  const table = slip(schedule, { version, moves: [{ milestone, to }], today: day('2027-02-01'), because });
  if ('code' in table) throw new Error(table.message);
  const spliced = spliceDays(text, table.edits);
  if ('problem' in spliced) throw new Error(spliced.problem.message);
  const told = buildReleases(withDays(schedule, table.edits)).releases;
  expect(buildReleases(read(spliced.text).config.schedule).releases.map(byVersion).toSorted(inOrder)).toEqual(
    told.map(byVersion).toSorted(inOrder),
  );
  return spliced.text;
}

function byVersion({ version, release, milestones }: ReturnType<typeof read>['releases'][number]) {
  return { version, release, milestones };
}

function inOrder(a: { version: string }, b: { version: string }): number {
  return a.version < b.version ? -1 : 1;
}

test('in a list of lines', () => {
  expect(slipped(BLOCK, '2027.3', 'release', day('2027-03-10'), "Ada's fair")).toBe(
    BLOCK.replace(
      "  - version: '2.0'",
      "  - version: '2027.3'\n    release: 2027-03-10\n    because: 'Ada''s fair'\n    milestones:\n      rc1: 2027-02-27\n  - version: '2.0'",
    ),
  );
  expect(slipped(BLOCK, '2027.3', 'freeze', day('2027-02-25'))).toBe(
    BLOCK.replace(
      "  - version: '2.0'",
      "  - version: '2027.3'\n    milestones:\n      freeze: 2027-02-25\n  - version: '2.0'",
    ),
  );
});

test('in braces and brackets', () => {
  const text = `${TOP}releases: [{ ${RULE} }]\n`;
  expect(slipped(text, '2027.3', 'freeze', day('2027-02-25'))).toBe(
    `${TOP}releases: [{ ${RULE} }, { version: '2027.3', milestones: { freeze: 2027-02-25 } }]\n`,
  );
  expect(slipped(`${TOP}releases:\n  - { ${RULE} }\n`, '2027.3', 'freeze', day('2027-02-25'))).toBe(
    `${TOP}releases:\n  - { ${RULE} }\n  - version: '2027.3'\n    milestones:\n      freeze: 2027-02-25\n`,
  );
});

test('a rule alone becomes the first of a list', () => {
  expect(slipped(`${TOP}releases: { ${RULE} }\n`, '2027.3', 'freeze', day('2027-02-25'))).toBe(
    `${TOP}releases: [{ ${RULE} }, { version: '2027.3', milestones: { freeze: 2027-02-25 } }]\n`,
  );
  const lines =
    "every: monthly first wednesday # of each\n\n  # From:\n  first: 2026-12-02\n  versions: '{yyyy}.{m}'\n";
  expect(slipped(`releases:\n  ${lines}${TOP}`, '2027.3', 'freeze', day('2027-02-25'))).toBe(
    `releases:\n  - ${lines.replaceAll('\n  ', '\n    ')}  - version: '2027.3'\n    milestones:\n      freeze: 2027-02-25\n${TOP}`,
  );
});

test('the next slip changes what is there', () => {
  const once = slipped(BLOCK, '2027.3', 'freeze', day('2027-02-25'));
  const twice = slipped(once, '2027.3', 'release', day('2027-03-10'), 'a fair');
  expect(twice.match(/version: '2027\.3'/g)).toHaveLength(1);
  expect(twice).toContain('release: 2027-03-10');
  const thrice = slipped(twice, '2027.3', 'release', day('2027-03-11'));
  expect(thrice).toContain('release: 2027-03-11');
  expect(thrice).not.toContain('a fair');
});

test.each([
  ['skipped', BLOCK.replace('first: 2026', "skip: ['2027.3']\n    first: 2026"), '2027.3', 'no-splice'],
  ['of no rule', BLOCK, '2.7', 'unknown-release'],
])('a version that is %s is refused in words', (_, text, version, code) => {
  const spliced = spliceDays(text, [{ version, milestone: 'freeze', to: day('2027-02-25') }]);
  expect('problem' in spliced && spliced.problem.code).toBe(code);
});
