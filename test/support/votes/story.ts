// Random stories of a vote: what people do on GitHub, in the config and in a team, and when a run looks.

/** An event at a second after the vote has opened; `END` is the last second that counts. */
export type Event = { readonly at: number } & (
  | { readonly kind: 'comment'; readonly by: string; readonly id: number; readonly text: string }
  | { readonly kind: 'edit'; readonly by: string; readonly id: number; readonly text: string }
  | { readonly kind: 'delete'; readonly id: number }
  | { readonly kind: 'react' | 'unreact'; readonly by: string; readonly content: string }
  | { readonly kind: 'join' | 'leave'; readonly login: string }
  | { readonly kind: 'hire' | 'fire'; readonly login: string }
  | { readonly kind: 'run'; readonly sees: 'all' | 'no-reactions' | 'no-team' | 'some-comments' }
);

export interface Story {
  readonly rule: 'every' | 'majority' | 'apache';
  readonly events: readonly Event[];
}

/** Seconds from the opening to the end of the vote. */
export const END = 48 * 3600;

/** One person has two ways to write her name; `rita[bot]` is a program, `zoe` has no vote. */
const PEOPLE = ['ann', 'Ann', 'ben', 'cyd', 'dan', 'eve', 'gus', 'hal', 'zoe', 'rita[bot]'] as const;
const TEXTS = [
  '/release go',
  '/release no-go',
  '/release go because tests pass',
  '/release no-go because red',
  'Nice.',
];
const CONTENTS = ['+1', '-1', 'heart'];

/** The same story for the same seed. */
export function storyOf(seed: number): Story {
  const next = randomFrom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const events: Event[] = [];
  const ids: number[] = [];
  const count = 15 + Math.floor(next() * 30);
  for (let index = 0; index < count; index++) {
    // Moments collide now and then, also with the end.
    const at =
      next() < 0.1 ? END + Math.floor(next() * 3) - 1 : (1 + Math.floor(next() * (END / 600 + 12))) * 600;
    events.push({ at, ...deed(next, pick, ids) });
  }
  for (let at = 0; at <= END + 7200; at += 3600 + Math.floor(next() * 4) * 3600)
    events.push({
      at,
      kind: 'run',
      sees: at === 0 || next() < 0.85 ? 'all' : pick(['no-reactions', 'no-team', 'some-comments']),
    });
  // In the end everything can be read, twice.
  for (const at of [END + 10_000, END + 11_000]) events.push({ at, kind: 'run', sees: 'all' });
  return { rule: pick(['every', 'majority', 'apache']), events: events.toSorted((a, b) => a.at - b.at) };
}

type Deed = Event extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never;

function deed(next: () => number, pick: <T>(all: readonly T[]) => T, ids: number[]): Deed {
  const kind = next();
  if (kind < 0.4) {
    const id = 5000 + ids.length;
    ids.push(id);
    return { kind: 'comment', by: pick(PEOPLE), id, text: pick(TEXTS) };
  }
  if (kind < 0.5 && ids.length > 0)
    return { kind: 'edit', by: pick(PEOPLE), id: pick(ids), text: pick(TEXTS) };
  if (kind < 0.55 && ids.length > 0) return { kind: 'delete', id: pick(ids) };
  if (kind < 0.8) return { kind: 'react', by: pick(PEOPLE), content: pick(CONTENTS) };
  if (kind < 0.88) return { kind: 'unreact', by: pick(PEOPLE), content: pick(CONTENTS) };
  if (kind < 0.94) return { kind: pick(['join', 'leave']), login: pick(['hal', 'zoe', 'Ann']) };
  return { kind: pick(['hire', 'fire']), login: pick(['ben', 'eve']) };
}

/** https://en.wikipedia.org/wiki/Linear_congruential_generator, with the numbers of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
