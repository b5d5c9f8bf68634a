// The page docs/messages.md: fresh, whole, and short enough to be read from top to bottom.
import { readFileSync } from 'node:fs';
import { longTest } from '../support/long.ts';
import { KINDS } from '../support/messages-page/kinds.ts';
import { MESSAGES_PAGE, playPage } from '../support/messages-page/play-page.ts';
import { root } from '../support/root.ts';

const page = readFileSync(new URL(MESSAGES_PAGE, root), 'utf8');

/** What we say beside the texts. */
const outside = page.replaceAll(/^(`{4,})\w+\n[\s\S]*?\n\1$/gm, '');

test('a stranger can read it: each kind once, with who gets it and when, on at most 600 lines', () => {
  const headings = [...outside.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);
  const named = headings.flatMap((heading) => {
    const kind = KINDS.toSorted((a, b) => b.name.length - a.name.length).find(({ name }) =>
      heading.startsWith(`${name}: `),
    );
    return kind !== undefined && /, \w{3} \d{1,2} \w{3} \d{4}$/.test(heading) ? [kind.name] : [];
  });
  expect(named).toHaveLength(headings.length);
  expect(named.length).toBeGreaterThan(25);
  expect(page.split('\n').length).toBeLessThanOrEqual(600);
});

test('nothing in a text closes its fence, and nothing hidden is left', () => {
  expect(outside).not.toContain('````');
  expect(page).not.toContain('<!--');
});

longTest(
  'it is fresh: if this change is meant, npm run generate writes it',
  async () => {
    expect(await playPage()).toBe(page);
  },
  900_000,
);
