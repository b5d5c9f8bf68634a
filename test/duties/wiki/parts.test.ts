// The parts of the page: those with words of their own, and every other kind that a duty knows of.
import type { DesiredNotice } from '../../../src/domain/desired-notice.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import type { StandingRow } from '../../../src/domain/standing.ts';
import { wikiConfig } from '../../../src/duties/wiki/config.ts';
import { wikiDuty } from '../../../src/duties/wiki/index.ts';
import { HEARD, ROWS, item } from '../../standing/world.ts';
import { RELEASE, inputOf } from '../approvals/world.ts';
import { at } from '../../support/world.ts';

const LICENSE: StandingRow = {
  kind: 'license',
  rank: 15,
  title: 'Licenses to check',
  one: 'license to check',
  many: 'licenses to check',
  knownBy: 'licenses',
  section: 'licenses',
};
const OWN = ['Blockers', 'Needs approval', 'Failing tests', 'Overdue tasks'];

function linesOf(heard = HEARD, standing = [item('b')], row = LICENSE) {
  const { desired } = wikiDuty.desire({
    ...inputOf({ releases: [RELEASE] }),
    now: at('2026-11-08T10:00:00Z'),
    config: wikiConfig.parse({}),
    standing,
    heard,
    rows: [...ROWS, row],
    observed: { ownIssues: [{ key: '1.14.0/tracking-issue', body: '' } as OwnIssue] },
  });
  const [page] = desired as readonly DesiredNotice[];
  return page?.notice.lines ?? [];
}

function headings(...given: Parameters<typeof linesOf>): string[] {
  return linesOf(...given).flatMap(({ parts: [first] }) =>
    first?.kind === 'strong' && !RELEASE.milestones.some(({ title }) => title === first.text)
      ? [first.text]
      : [],
  );
}

// Carries Y18, Y21 and Y22 of docs/requirements.md.
test('the page has its own parts, whether or not there is anything in them', () => {
  expect(headings()).toEqual(['Dates', 'Dates that moved', 'Contacts', ...OWN]);
});

test('a further kind has a part below its own title where its duty was asked', () => {
  expect(headings([...HEARD, { name: 'licenses', title: 'Licenses' }]).slice(3)).toEqual([
    ...OWN,
    'Licenses to check',
  ]);
});

test('one that any duty may name has a part while there is something in it', () => {
  const { knownBy: _, section: __, ...shared } = LICENSE;
  expect(headings(HEARD, [], shared).slice(3)).toEqual(OWN);
  const found = [item('l', { kind: 'license', text: 'Check left-pad' })];
  expect(headings(HEARD, found, shared).slice(3)).toEqual([...OWN, 'Licenses to check']);
});

test('a late task that two duties name stands once, in one color', () => {
  const late = item('task/notes', { kind: 'task', text: 'Release notes' });
  const told = linesOf(HEARD, [{ ...late, severity: 'amber' }, late]).flatMap(({ parts }) =>
    parts.flatMap((part) => ('text' in part && part.text.includes('Release notes') ? [part.text] : [])),
  );
  expect(told).toEqual(['Red: Release notes (alice)']);
});

test('a task that is due soon is not overdue, so the page does not say so', () => {
  const soon = item('task/notes', { kind: 'task', text: 'Release notes', severity: 'amber', isAhead: true });
  expect(JSON.stringify(linesOf(HEARD, [soon]))).not.toContain('Release notes');
});
