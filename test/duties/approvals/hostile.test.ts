// Text from outside stays text: in comments, in the section of the tracking issue, and in explanations.
import * as fc from 'fast-check';
import type { Pull } from '../../../src/domain/pull.ts';
import type { Release } from '../../../src/domain/release.ts';
import { explain } from '../../../src/duties/approvals/answer/explain.ts';
import { printExplanation, renderExplanation } from '../../../src/duties/approvals/answer/render-explain.ts';
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';
import { commandLines } from '../../../src/text/command-lines.ts';
import { readMarker } from '../../../src/text/marker.ts';
import { HOSTILE } from './hostile.ts';
import { type Reading, read } from './markdown.ts';
import { PULL, RELEASE, type Setting, inputOf, run } from './world.ts';
import { milestone } from '../../support/world.ts';

const NOW = '2026-11-02T10:00:00Z';

/** The text wherever a stranger, or a careless maintainer, could put it. */
function poisoned(text: string): Setting & { readonly pulls: readonly Pull[] } {
  const release: Release = {
    ...RELEASE,
    title: text === '' ? 'x' : text,
    milestones: [milestone('code-freeze', '2026-11-03', text)],
  };
  const pull: Pull = {
    ...PULL,
    title: text,
    body: text,
    head: text,
    files: [text, 'a/b'],
    requested: { people: ['alice', text.slice(0, 60)], teams: [`acme/${text.slice(0, 60)}`] },
    author: { login: text.slice(0, 60), bot: false },
  };
  const failing: Pull = {
    ...pull,
    number: 422,
    author: { login: 'frank', bot: false },
    base: text,
    checks: { known: true, value: { state: 'failure', requiredFailing: [text, 'lint'] } },
  };
  const objected: Pull = {
    ...pull,
    number: 423,
    decision: 'changes-requested',
    reviews: [{ author: text, state: 'changes-requested', at: PULL.createdAt, onBehalfOf: [text] }],
  };
  const owners = '/a/ @bob docs@example.com\n';
  return { now: NOW, releases: [release], pulls: [pull, failing, objected], owners };
}

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
];

/** Characters that end lines, move cursors, or reorder and hide text. */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/;

/** Within an emoji it is seen, and stays. */
const JOINER =
  /(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)\u200d(?=\p{Extended_Pictographic})/gu;

function harmless(markdown: string, allowed: readonly string[]): Reading {
  const found = read(markdown);
  expect(mentionsIn(markdown).filter((name) => !allowed.includes(name))).toEqual([]);
  expect(
    found.html.filter(
      (html) => !/^<!-- relcomms:(?:told|also) [^<>]* -->(?:\n<!-- relcomms:also [^<>]* -->)?$/.test(html),
    ),
  ).toEqual([]);
  expect(LIVE.filter((type) => found.count(type) > 0)).toEqual([]);
  expect(found.prose).not.toMatch(/:\/\/|\bwww\.|\bGH-\d/i);
  expect(found.prose).not.toMatch(/\b[0-9a-f]{7,40}\b/);
  expect(markdown.replaceAll(JOINER, '')).not.toMatch(INVISIBLE);
  expect(commandLines(markdown)).toEqual([]);
  expect(readMarker(markdown)).toBeUndefined();
  expect(markdown.length).toBeLessThan(10_000);
  return found;
}

/** Numbers of ours, which are live on purpose. */
const OWN_NUMBERS = ['#421', '#422', '#423'];

/** Everything that is written about it, held to the rules; answers how many comments there were. */
function check(text: string): number {
  const setting = poisoned(text);
  const { desired, judged, reminders } = run(setting);
  const comments = desired.flatMap((wish) =>
    wish.kind === 'pull-comment' && wish.body !== undefined ? [wish] : [],
  );
  expect(comments.map(({ pull }) => pull)).toEqual([421, 422]);
  for (const { pull, body = '' } of comments) {
    const found = harmless(body, pull === 421 ? ['bob', 'alice', `acme/${text.slice(0, 60)}`] : ['frank']);
    expect(found.prose).not.toMatch(/#\d/);
  }
  const section = desired.find((wish) => wish.kind === 'section');
  const digest = harmless(section?.kind === 'section' ? section.text : '', []);
  expect([digest.count('table'), digest.count('tableRow'), digest.count('tableCell')]).toEqual([1, 4, 16]);
  expect(digest.count('heading')).toBe(1);
  expect(digest.prose.match(/#\d+/g)?.filter((found) => !OWN_NUMBERS.includes(found)) ?? []).toEqual([]);
  for (const one of judged) {
    const reasons = explain(one, reminders.get(one.pull.number), inputOf(setting));
    expect(harmless(renderExplanation(reasons, 'today'), []).count('listItem')).toBe(reasons.length);
    const printed = printExplanation(reasons);
    expect(printed.split('\n')).toHaveLength(reasons.length + 1);
    expect(printed).not.toMatch(INVISIBLE);
  }
  return comments.length;
}

test('there are at least forty of them', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(40);
});

test.each(HOSTILE)('%j', (text) => {
  expect(check(text)).toBe(2);
});

test('any mixture of them', () => {
  const mixture = fc.array(fc.constantFrom(...HOSTILE, ' ', '\n', '|', '`', '@', '#1', '<', '\\'), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(mixture, (parts) => {
      expect(check(parts.join(''))).toBe(2);
    }),
    { numRuns: 25 },
  );
});

test('a name that is no name is never behind an @, whoever gives it', () => {
  const names = ['bob>x', 'a b', 'bob.x', 'bob__x', 'acme/', 'acme/../x', 'acme/a b', 'a/b/c'];
  const bodies = names.flatMap((name) => {
    const requested = { people: [name], teams: [name] };
    const { desired } = run({ now: NOW, pulls: [{ ...PULL, requested }] });
    return desired.flatMap((wish) => (wish.kind === 'pull-comment' ? [wish.body ?? ''] : []));
  });
  expect(bodies).toHaveLength(names.length);
  expect(bodies.flatMap(mentionsIn)).toEqual([]);
});

test('long lists are cut and counted, and fit into a comment', () => {
  const owners = Array.from(
    { length: 400 },
    (_, index) => `/f${index} @person-${index} @other-${index}`,
  ).join('\n');
  const files = Array.from({ length: 400 }, (_, index) => `f${index}`);
  const { desired } = run({ now: NOW, owners, pulls: [{ ...PULL, files }] });
  const comment = desired.find((wish) => wish.kind === 'pull-comment');
  expect(comment?.body?.length).toBeLessThan(20_000);
  expect(comment?.body).toContain('- and 390 more');
  // Ten of the owners, and alice, who was requested as a reviewer. Who is not named is not taken for told either.
  const mentions = mentionsIn(comment?.body ?? '');
  expect([mentions.length, mentions.includes('alice')]).toEqual([11, true]);
  expect(/told ([^>]*) -->/.exec(comment?.body ?? '')?.[1]?.split(' ')).toHaveLength(11);
  const many = Array.from({ length: 300 }, (_, index): Pull => ({
    ...PULL,
    number: index + 1,
    title: '💥'.repeat(256),
    base: 'release-1.14',
    milestone: undefined,
  }));
  const section = run({ now: NOW, pulls: many }).desired.find((wish) => wish.kind === 'section');
  const text = section?.kind === 'section' ? section.text : '';
  expect(text.length).toBeLessThan(16_000);
  expect(text).toContain('and 260 more rows');
  expect(text).toContain('- and 280 more pull requests');
});
