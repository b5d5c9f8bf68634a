// A slip in a release of a kind: its own tasks move, claims and titles come from its kind, and the text says the same.
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { spliceDays } from '../../src/config/splice-day.ts';
import { day } from '../../src/domain/day.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { withDays } from '../../src/schedule/slip-apply.ts';
import { slip } from '../../src/schedule/slip.ts';

const TEXT = `milestones:
  freeze: { on: release - 3 weeks, title: Freeze, who: Everybody }
tasks:
  - { id: theme, title: Settle the theme, due: freeze }
kinds:
  patch:
    milestones:
      freeze: { on: release - 2 days, who: Pickers, weekday: sunday }
    tasks:
      - { id: theme, remove: yes }
      - { id: pick, title: Pick the fixes, due: freeze - 1 day }
releases:
  - { version: '1.1', release: 2026-11-24 }
  - { version: '1.0.1', kind: patch, release: 2026-11-24 }
`;

function scheduleOf(text: string) {
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.config.schedule;
}

function table(version: string) {
  const wish = { version, moves: [{ milestone: 'freeze', to: day('2026-11-19') }], today: day('2026-10-01') };
  const found = slip(scheduleOf(TEXT), wish);
  if ('code' in found) throw new Error(found.message);
  return found;
}

test('the tasks of the kind move, and no others', () => {
  const { moves, conflicts } = table('1.0.1');
  expect(moves.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['pick', '2026-11-21', '2026-11-18'],
    ['freeze', '2026-11-22', '2026-11-19'],
  ]);
  expect(conflicts).toEqual([]);
  expect(table('1.1').moves.map(({ id }) => id)).toEqual(['freeze', 'theme']);
});

test.each(['1.0.1', '1.1'])('written into the text, it says what was told: %s', (version) => {
  const { edits } = table(version);
  const spliced = spliceDays(TEXT, edits);
  if ('problem' in spliced) throw new Error(spliced.problem.message);
  const told = buildReleases(withDays(scheduleOf(TEXT), edits)).releases;
  const read = buildReleases(scheduleOf(spliced.text)).releases;
  expect(read).toEqual(told);
  const freeze = read.find((one) => one.version === version)?.milestones.find(({ id }) => id === 'freeze');
  expect(freeze).toMatchObject({
    day: '2026-11-19',
    title: 'Freeze',
    who: version === '1.1' ? 'Everybody' : 'Pickers',
  });
});

test('a milestone that the release took away can not move', () => {
  const without = TEXT.replace(
    "'1.0.1', kind: patch,",
    "'1.0.1', kind: patch, milestones: { freeze: { remove: yes } }, tasks: [{ id: pick, remove: yes }],",
  );
  const wish = {
    version: '1.0.1',
    moves: [{ milestone: 'freeze', to: day('2026-11-19') }],
    today: day('2026-10-01'),
  };
  expect(slip(scheduleOf(without), wish)).toMatchObject({ code: 'unknown-milestone' });
});
