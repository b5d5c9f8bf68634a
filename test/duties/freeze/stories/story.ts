// A random story of a freeze: who writes, edits and deletes what, who loses a right, and what becomes of the pull requests.
import type { Permission } from '../../../../src/domain/command-comment.ts';

export type Verb = 'ask' | 'accept' | 'refuse';

export interface Word {
  readonly verb: Verb;
  readonly pull: number;
  readonly because: string | undefined;
}

export type Event =
  /** `place` is the number of a pull request, or 1: the tracking issue. */
  | {
      readonly kind: 'comment';
      readonly id: number;
      readonly by: string;
      readonly place: number;
      readonly words: readonly Word[];
    }
  | { readonly kind: 'edit'; readonly id: number; readonly words: readonly Word[] }
  /** By somebody else. */
  | { readonly kind: 'foreign-edit' | 'delete'; readonly id: number }
  | {
      readonly kind: 'right';
      readonly of: string;
      readonly permission: Permission;
      readonly roles: readonly string[];
    }
  | { readonly kind: 'retarget'; readonly pull: number; readonly base: string }
  | { readonly kind: 'close'; readonly pull: number }
  | { readonly kind: 'label'; readonly pull: number; readonly on: boolean }
  | { readonly kind: 'run'; readonly now: string; readonly published: boolean };

export interface Story {
  /** The role that decides; absent: those who lead or maintain. */
  readonly role: string | undefined;
  readonly events: readonly Event[];
}

export interface Right {
  readonly permission: Permission;
  readonly roles: readonly string[];
}

/** At the beginning. */
export const RIGHTS: Readonly<Record<string, Right>> = {
  alice: { permission: 'write', roles: ['lead'] },
  bob: { permission: 'read', roles: ['docs'] },
  carol: { permission: 'write', roles: [] },
  dave: { permission: 'read', roles: [] },
  erin: { permission: 'maintain', roles: [] },
  frank: { permission: 'read', roles: [] },
};

/** With their authors. */
export const PULLS: Readonly<Record<number, string>> = { 7: 'frank', 8: 'carol', 9: 'dave' };

const DAYS = ['02', '05', '09', '12', '18', '25'];

export function storyOf(seed: number): Story {
  const next = randomOf(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const pulls = Object.keys(PULLS).map(Number);
  const people = Object.keys(RIGHTS);
  const wordOf = (): Word => ({
    verb: pick(['ask', 'ask', 'accept', 'refuse'] as const),
    pull: pick(pulls),
    because: next() < 0.85 ? `reason ${Math.floor(next() * 100)}` : undefined,
  });
  const written: number[] = [];
  const eventOf = (): Event => {
    const roll = next();
    const id = written.length === 0 ? undefined : pick(written);
    if (roll < 0.55 || id === undefined) {
      written.push(100 + written.length);
      const words = next() < 0.8 ? [wordOf()] : [wordOf(), wordOf(), wordOf()];
      return {
        kind: 'comment',
        id: written.at(-1) ?? 0,
        by: pick(people),
        place: pick([1, 1, ...pulls]),
        words,
      };
    }
    if (roll < 0.65) return { kind: 'edit', id, words: [wordOf()] };
    if (roll < 0.72) return { kind: 'foreign-edit', id };
    if (roll < 0.78) return { kind: 'delete', id };
    if (roll < 0.86)
      return {
        kind: 'right',
        of: pick(people),
        permission: pick(['none', 'read', 'triage', 'write', 'maintain'] as const),
        roles: pick([[], ['lead'], ['docs']]),
      };
    if (roll < 0.92) return { kind: 'retarget', pull: pick(pulls), base: pick(['main', 'feature']) };
    if (roll < 0.95) return { kind: 'close', pull: pick(pulls) };
    return { kind: 'label', pull: pick(pulls), on: next() < 0.6 };
  };
  const isOut = next() < 0.3;
  const events = DAYS.flatMap((day): Event[] => [
    ...Array.from({ length: Math.floor(next() * 6) }, eventOf),
    { kind: 'run', now: `2026-11-${day}T10:00:00Z`, published: isOut && day === '25' },
  ]);
  return { role: pick([undefined, 'docs']), events };
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed * 0x9e_37_79_b1;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
