// What a preset alone tells to whom is kept as text: it is fresh, and it mentions nobody: a preset names no people.
import { readFileSync } from 'node:fs';
import { BARE_PATHS, playBare } from '../support/bare-presets.ts';
import { root } from '../support/root.ts';

test.each(BARE_PATHS)(
  '%s is fresh: if this change is meant, npm run generate writes it',
  async (path) => {
    const text = await playBare(path);
    expect(text).toBe(readFileSync(new URL(path, root), 'utf8'));
    expect(text).not.toMatch(/as it should be|@/);
  },
  240_000,
);
