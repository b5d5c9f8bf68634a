// Names of tests, titles and words of people stay text, however many there are.
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';
import type { BranchTests } from '../../../src/domain/test-results.ts';
import { commandLines } from '../../../src/text/command-lines.ts';
import { readMarker } from '../../../src/text/marker.ts';
import { HOSTILE } from '../approvals/hostile.ts';
import { read } from '../approvals/markdown.ts';
import { branch, hour, report } from './judge/branch.ts';
import { EMPTY, issueOf, says, step } from './world.ts';

const LIVE = [
  'link',
  'linkReference',
  'image',
  'imageReference',
  'definition',
  'footnoteReference',
  'blockquote',
];

/** Two hundred tests whose names, with suites and pull requests, try to be more than text. */
function poisoned(): Partial<BranchTests> {
  const names = Array.from({ length: 200 }, (_, index) => `${HOSTILE[index % HOSTILE.length]} ${index}`);
  const commits = branch(30).commits.map((commit, index) => ({
    ...commit,
    pull: { number: 100 + index, title: HOSTILE[index % HOSTILE.length] ?? '', author: '@alice' },
  }));
  const reports = [1, 2, 3].map((number) => {
    const letter = number === 1 ? 'p' : 'f';
    const tests = names.map((name, index) => ({
      suite: HOSTILE[(index * 7) % HOSTILE.length] ?? '',
      name,
      result: letter === 'p' ? ('passed' as const) : ('failed' as const),
      message: name,
      file: name,
    }));
    return report(number, {}, { tests, url: 'https://ci.example/run' });
  });
  return { commits, reports, unread: [...HOSTILE] };
}

/** A whole body holds our own markers and mentions the team; nothing else in it is live. */
function harmless(markdown: string, mentions: readonly string[]): void {
  const found = read(markdown);
  const ours = /^<!-- relcomms:(?:v1|begin|end|case) [^<>]*-->$|^<\/?sub>$/;
  expect(found.html.flatMap((html) => html.split('\n')).filter((html) => !ours.test(html))).toEqual([]);
  expect(LIVE.filter((type) => found.count(type) > 0).filter((type) => type !== 'link')).toEqual([]);
  expect(mentionsIn(markdown)).toEqual(mentions);
  expect(found.prose).not.toMatch(/:\/\/|\bwww\.|\bGH-\d/i);
  expect(commandLines(markdown)).toEqual([]);
}

const few = [1, 2, 3].map((number) => report(number, { lists: number === 1 ? 'p' : 'f' }));
const opened = step(EMPTY, { tests: { reports: few }, teams: {} }).after;

test('two hundred hostile names: the table is whole, nothing is live, and it fits', () => {
  const { after: world, section } = step(EMPTY, { tests: poisoned() });
  const { body } = issueOf(world, 2);
  harmless(body, []);
  expect(readMarker(body)).toBe('1.14.0/case/_unowned/0000002');
  expect(body.length).toBeLessThan(50_000);
  const found = read(body);
  expect([found.count('table'), found.count('tableRow'), found.count('tableCell')]).toEqual([1, 31, 124]);
  expect(found.count('link')).toBeLessThanOrEqual(30);
  expect(body).toContain('and 170 more tests');
  harmless(section, []);
  const listed = read(section);
  expect([listed.count('table'), listed.count('tableRow'), listed.count('tableCell')]).toEqual([1, 2, 12]);
  expect(section.length).toBeLessThan(8000);
});

test.each(HOSTILE)('what people say is text wherever it is repeated: %j', (text) => {
  const line = text.replaceAll(/[\r\n\u2028\u2029]/g, ' ');
  const asked = says(
    says(opened, 'bob', `/release progress ${line}`),
    'bob',
    `/release eta tomorrow because ${line}`,
  );
  const {
    after: world,
    section,
    desired,
  } = step(says(asked, 'bob', `/release not-ours ${line}`), { now: hour(11), teams: {} });
  harmless(issueOf(world, 2).body, []);
  harmless(section, []);
  for (const { body } of desired.filter((wish) => wish.kind === 'comment')) harmless(body, []);
  const lines = desired.filter((wish) => wish.kind === 'entry');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.flatMap((entry) => mentionsIn(entry.text))).toEqual([]);
});
