// A duty's pane is drawn from plain data: escaped, with links, and only while the config has its section.
import { day } from '../../src/domain/day.ts';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { DUTIES } from '../../src/duties/index.ts';
import type { DutyPane } from '../../src/duties/pane.ts';
import type { SandboxState } from '../../sandbox/machine/state.ts';
import { PANES, panesOf } from '../../sandbox/page/panes.ts';
import type { PageQuery } from '../../sandbox/page/query.ts';

const QUERY = { pane: 'licenses', as: 'alice' } as PageQuery;

function state(sections: Record<string, unknown> = { licenses: { most: 3 } }): SandboxState {
  return {
    clock: { today: day('2026-11-05') },
    config: { sections, teams: {} },
    repo: { issues: [], discussions: [{ category: 'News', body: 'Out <now>' }] },
    releases: [],
    standing: [{ kind: 'license', text: 'left-pad' }],
    pulls: new Map([[7, {}]]),
    outside: {
      mails: [{ to: ['press@acme.example'], text: 'Soon' }],
      slack: [{ workspace: undefined, channels: [{ name: 'releases', messages: [{ text: 'Hi', at: 5 }] }] }],
    },
  } as unknown as SandboxState;
}

function paneWith(sections: DutyPane<{ most: number }>['sections'], more: object = {}) {
  const duty = { name: 'licenses', panes: [{ id: 'licenses', title: 'Licenses', sections, ...more }] };
  const pane = panesOf([...DUTIES, duty as unknown as AnyDuty]).find(({ id }) => id === 'licenses');
  if (pane === undefined) throw new Error('the pane is missing');
  return pane;
}

test('the tabs are where they always were', () => {
  const hidden = PANES.filter((pane) => pane.isShown?.(state()) === false).map(({ id }) => id);
  expect(hidden).toContain('acknowledge');
  expect(PANES.filter(({ id }) => !hidden.includes(id)).map(({ id }) => id)).toEqual(
    'issue issues pulls ci dates log summary mail noise slack outgoing wiki calendar planning config trouble'.split(
      ' ',
    ),
  );
});

test('without its duty a pane is not there, and one that nobody draws is a mistake of the program', () => {
  const ids = panesOf(DUTIES.filter(({ name }) => name !== 'wiki')).map(({ id }) => id);
  expect(ids).not.toContain('wiki');
  expect(() => panesOf([{ name: 'x', panes: [{ id: 'x', title: 'X' }] } as unknown as AnyDuty])).toThrow(
    'nobody draws the pane x of the duty x',
  );
});

test('headings, lines and tables are drawn with everything escaped', () => {
  const pane = paneWith(() => [
    {
      title: 'To <check>',
      lines: ['one & two', ['see ', { text: 'the page', url: 'https://example.org/a"b' }]],
      table: {
        head: ['What'],
        rows: [[{ text: '#7', issue: 7 }], [{ text: 'bad', url: 'javascript:alert(1)' }]],
      },
    },
  ]);
  const { text } = pane.render(state(), QUERY);
  expect(text).toContain('<h2>Licenses</h2>');
  expect(text).toContain('<h3>To &lt;check&gt;</h3>');
  expect(text).toContain('one &amp; two');
  expect(text).toContain('<a href="https://example.org/a&quot;b">the page</a>');
  expect(text).toContain('<a href="/?pane=pulls&amp;as=alice&amp;issue=7">#7</a>');
  expect(text).toContain('<td>bad</td>');
});

test('it sees its section, what stood in the way, and every message', () => {
  const pane = paneWith(
    ({ config, standing, messages }) => [
      {
        title: `${config.most} ${standing.length}`,
        lines: messages.map(({ place, text }) => `${place}: ${text}`),
      },
    ],
    { count: () => 2 },
  );
  const { text } = pane.render(state(), QUERY);
  expect(text).toContain('<h3>3 1</h3>');
  for (const line of ['#releases: Hi', 'press@acme.example: Soon', 'News: Out &lt;now&gt;'])
    expect(text).toContain(line);
  expect(pane.count?.(state(), QUERY)).toBe(2);
});

test('it is hidden while its section is off, and says so when there is nothing', () => {
  const pane = paneWith(() => []);
  expect([pane.isShown?.(state()), pane.isShown?.(state({}))]).toEqual([true, false]);
  expect(pane.render(state(), QUERY).text).toContain('Nothing to show yet.');
});
