// Looks at a world with doctor, and holds one way to be broken to what is expected of it.
import type { Checkup } from '../../src/doctor/checkup.ts';
import { writesSince } from '../support/runs.ts';
import { type World, startWorld } from './healthy-world.ts';
import type { Way } from './way.ts';

export async function checkupsOf(world: World, env?: Record<string, string>, args: readonly string[] = []) {
  const { out, exit, err } = await world.doctor(env, '--json', ...args);
  expect(err).toBe('');
  const answer = JSON.parse(out) as { readonly broken: boolean; readonly checkups: readonly Checkup[] };
  expect(exit).toBe(answer.broken ? 1 : 0);
  return answer.checkups;
}

/** What doctor says of the subject in a world that is broken this way; nothing is written. */
export async function foundBy({ seed, options, breaks, args, expected }: Way): Promise<readonly object[]> {
  const world = await startWorld(seed, options);
  try {
    const env = (await breaks?.(world)) ?? undefined;
    const checkups = await checkupsOf(world, env, args);
    expect(writesSince(world.github, world.begun)).toEqual([]);
    return checkups
      .filter((one) => `${one.area} ${one.subject}`.startsWith(expected.subject))
      .map((one) => ({ ...one, link: one.link ?? '', lost: (one.lost ?? []).join('\n') }));
  } finally {
    await world.close();
  }
}

const fits = (pattern: RegExp): string => expect.stringMatching(pattern) as string;

export function wantedOf({ expected }: Way): object {
  const { state = 'broken', found, lost = /^/, fix, link = /^$/ } = expected;
  return expect.objectContaining({
    state,
    found: fits(found),
    lost: fits(lost),
    fix: fits(fix),
    link: fits(link),
  }) as object;
}
