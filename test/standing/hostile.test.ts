// Two hundred hostile names: the stand stays whole, short and dead, and so does the trend beside it.
import type { HeardDuty } from '../../src/domain/standing.ts';
import { blockersDuty } from '../../src/duties/report/blockers.ts';
import { reportConfig } from '../../src/duties/report/config.ts';
import { renderLateTask } from '../../src/duties/tracking-issue/tasks/render-late-task.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import { commandLines } from '../../src/text/command-lines.ts';
import { findBlock } from '../../src/body/body-lines.ts';
import { splitLines } from '../../src/body/split-lines.ts';
import { readMarker } from '../../src/text/marker.ts';
import { mergeBody } from '../../src/body/merge-body.ts';
import { HOSTILE } from '../duties/approvals/hostile.ts';
import { read } from '../duties/approvals/markdown.ts';
import { inputOf } from '../duties/approvals/world.ts';
import { HEARD, RELEASE, item, words } from './world.ts';

const LIVE = [
  'link',
  'linkReference',
  'image',
  'imageReference',
  'definition',
  'footnoteReference',
  'blockquote',
  'delete',
  'emphasis',
  'thematicBreak',
  'html',
  'code',
];

/** All of them, and what a runner would obey. */
const NAMES = [
  ...HOSTILE,
  '::error::x',
  '##[add-mask]x',
  '<!-- relcomms:end report -->',
  '</details>',
  '| --- |',
];

const names = Array.from({ length: 200 }, (_, index) => NAMES[index % NAMES.length] ?? '');

/** Blockers with these titles and owners, as the duty tells them. */
function blockers(titles: readonly string[]) {
  const { releases: _, ...input } = inputOf();
  const config = reportConfig.parse({});
  const found = titles.map((title, index) => ({
    number: index + 1,
    title,
    milestone: '1.14.0',
    assignees: [title.slice(0, 39)],
    createdAt: input.now,
  }));
  const answer = blockersDuty.desire({
    ...input,
    config,
    releases: [RELEASE],
    observed: { blockers: found, labels: [] },
  });
  return answer.standing ?? [];
}

function lateTasks(titles: readonly string[]) {
  const { due, deadline } = { due: RELEASE.release, deadline: 0 as never };
  return titles.map((title, index) => {
    const task = {
      id: `t${index}`,
      title,
      holders: [title],
      due,
      deadline,
      week: 1,
      optional: false,
      labels: [],
      source: [],
    };
    return item(`task/t${index}`, { kind: 'task', ...renderLateTask(task, undefined) });
  });
}

function check(text: string, tables: number): void {
  const found = read(text);
  expect(LIVE.filter((type) => found.count(type) > 0)).toEqual([]);
  expect(found.count('table')).toBe(tables);
  // A row that breaks has another number of cells, or is none.
  expect(found.count('tableCell')).toBe(found.count('tableRow') * 3);
  expect(found.count('heading')).toBe(0);
  expect(found.prose).not.toMatch(/:\/\/|\bwww\.|\bGH-\d/i);
  expect(mentionsIn(text)).toEqual([]);
  expect(commandLines(text)).toEqual([]);
  expect(readMarker(text)).toBeUndefined();
  expect(text).not.toMatch(/^\s*(?:::|##\[)/m);
}

test('two hundred of them, in titles, owners, teams, dates and reasons', () => {
  const teams = names.filter((name) => name.trim() !== '').slice(0, 60);
  const failing = names.map((name, index) => {
    const { text = '', owner = '' } = blockers([name])[0] ?? {};
    return item(`f${index}`, { kind: 'failing-test', team: teams[index % teams.length], text, owner });
  });
  const standing = [...blockers(names), ...lateTasks(names), ...failing];
  const heard: HeardDuty[] = [
    ...HEARD,
    ...names.slice(0, 60).map((why, index) => ({ name: `n${index}`, title: why, why })),
  ];
  const text = words({ standing, heard, teams });
  check(text, 1);
  expect(words({ standing, teams }).length).toBeLessThan(6000);
});

test.each(NAMES)('%j alone, and the block around it ends where it should', (name) => {
  const release = { ...RELEASE, milestones: RELEASE.milestones.map((one) => ({ ...one, title: name })) };
  const text = words({ release, standing: [...blockers([name]), ...lateTasks([name])], teams: ['a'] });
  check(text, 0);
  const key = '1.14.0/tracking-issue';
  const body = mergeBody('Words of people\n', { key, parts: [{ kind: 'block', name: 'report', text }] });
  const block = findBlock(splitLines(body), 'report');
  expect(splitLines(body)[(block?.end ?? 0) - 1]?.text).toBe('<!-- relcomms:end report -->');
  expect(splitLines(body).filter(({ text: line }) => line === '<!-- relcomms:end report -->')).toHaveLength(
    1,
  );
  expect(mergeBody(body, { key, parts: [{ kind: 'block', name: 'report', text }] })).toBe(body);
});
