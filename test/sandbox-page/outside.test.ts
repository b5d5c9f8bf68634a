// Slack, sent mail, wiki and calendar on the page: readable, escaped, and absent where nothing is sent.
import type { SandboxState } from '../../sandbox/machine/state.ts';
import type { Html } from '../../src/text/html.ts';
import { renderMrkdwn } from '../../sandbox/page/mrkdwn.ts';
import { outgoing } from '../../sandbox/page/panes/outgoing.ts';
import { slack } from '../../sandbox/page/panes/slack.ts';
import { wiki } from '../../sandbox/page/panes/wiki.ts';
import { readQuery } from '../../sandbox/page/query.ts';
import { elementsOf } from './support/elements.ts';

const EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
const query = (search: string) => readQuery(new URL(`http://localhost/?${search}`));

const text = (html: Html): string => html.text.replaceAll(/\s+/g, ' ');

/** The part of the state that these panes look at. */
function stateOf(outside: SandboxState['outside']): SandboxState {
  const partial: Partial<SandboxState> = {
    outside,
    people: ['alice'],
    clock: { zone: 'UTC' } as SandboxState['clock'],
    repo: { issues: [] as SandboxState['repo']['issues'] } as SandboxState['repo'],
    pulls: new Map(),
  };
  return partial as SandboxState;
}

const reply = { ts: '2', user: 'U1', author: EVIL, at: undefined, text: EVIL, blocks: [] };
const message = {
  ...reply,
  ts: '1',
  edited: true,
  pinned: true,
  reactions: [{ name: 'white_check_mark', by: [EVIL] }],
  replies: [reply],
};
const OUTSIDE: SandboxState['outside'] = {
  slack: [
    { workspace: undefined, channels: [{ id: 'C1', name: 'a', archived: false, messages: [message] }] },
    { workspace: 'community', channels: [{ id: 'C2', name: EVIL, archived: true, messages: [] }] },
  ],
  chats: [{ webhook: EVIL, text: EVIL }],
  mails: [
    {
      from: 'a@b',
      to: [EVIL],
      subject: EVIL,
      messageId: EVIL,
      headers: { [EVIL]: EVIL, date: 'Thu, 5 Mar 2020 10:00:00 +0000' },
      text: EVIL,
      html: EVIL,
      raw: '',
    },
  ],
  wiki: { pages: [{ file: 'Home.md', text: EVIL }], history: [EVIL] },
  published: [],
};

test.each([slack, outgoing, wiki])('$id: nothing of what others wrote comes alive', (pane) => {
  for (const search of [
    '',
    'channel=community %23x',
    `channel=${encodeURIComponent(`community #${EVIL}`)}`,
  ]) {
    const page = pane.render(stateOf(OUTSIDE), query(search)).text;
    const live = elementsOf(page).filter(
      ({ tagName, properties }) =>
        ['script', 'img'].includes(tagName) || Object.keys(properties).some((name) => /^on/i.test(name)),
    );
    expect(live).toEqual([]);
  }
});

test('pins, changes, reactions, threads and archives are told in words', () => {
  const page = text(slack.render(stateOf(OUTSIDE), query('')));
  for (const words of ['Pinned', 'Changed since', 'Check mark:', 'Thread', 'community #', 'Archive #a'])
    expect(page).toContain(words);
  const archived = `channel=${encodeURIComponent(`community #${EVIL}`)}`;
  expect(text(slack.render(stateOf(OUTSIDE), query(archived)))).toContain('This channel is archived');
});

test.each([slack, wiki])('$id says so where the config sends nothing', (pane) => {
  expect(text(pane.render(stateOf(undefined), query('')))).toContain('The config of this scenario');
});

test('marks of Slack are shown as Slack shows them', () => {
  const html = text(
    renderMrkdwn('*Dates &amp; more*\n• *RC1*: 1 &lt; 2\n• <https://a.example/?x=1&amp;y=2|here>\n<@U1|bob>'),
  );
  expect(html).toContain('<strong>Dates &amp; more</strong>');
  expect(html).toContain('<li><strong>RC1</strong>: 1 &lt; 2</li>');
  expect(html).toContain('<a href="https://a.example/?x=1&amp;y=2" rel="noreferrer">here</a>');
  expect(html).toContain('<span class="mention">bob</span>');
  expect(text(renderMrkdwn('<javascript:alert(1)|x> <http://a|y>'))).not.toContain('<a');
});
