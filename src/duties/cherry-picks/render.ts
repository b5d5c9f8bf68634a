// The words about single cherry-picks, and the reasons for what is written.
import type { Fix } from '../../domain/pull.ts';
import type { Milestone } from '../../domain/release.ts';
import { branchWords, pullWords } from '../../picks/render.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { dayWords, listWords } from '../../text/words.ts';
import type { Fault } from './judge/faults.ts';
import type { Faulty } from './judge/picture.ts';

/** Numbers that are named before the rest is counted. */
const MOST_NAMED = 3;

export const render = {
  /** Without a ping. */
  owner: (login: string | undefined) => (login === undefined ? 'nobody' : escapeMarkdown(login)),
  ask: (fix: Fix, branches: readonly string[], next: Milestone | undefined) =>
    next === undefined
      ? `ask for an exception to cherry-pick ${pullWords(fix)} to ${branchWords(...branches)}, or remove its label`
      : `cherry-pick ${pullWords(fix)} to ${branchWords(...branches)} by ${dayWords(next.day)}`,
  faulty: (one: Faulty) => `${pullWords(one)}: ${one.faults.map(faultWords).join('; ')}`,
  check: (one: Faulty) => `check ${pullWords(one)}: ${one.faults.map(faultWords).join('; ')}`,
  revertedFix: (fix: Fix) =>
    `${pullWords(fix)}, to be cherry-picked, was reverted on ${branchWords(fix.base)}: remove its label or GitHub milestone`,
  whySection: () => 'The state of the cherry-picks changed.',
  whyClosed: () => 'The deadline for cherry-picks is over.',
  what: (version: string) => `the closing statement of ${version}`,
  waits: (why: string) => `it waits for what GitHub does not show now: ${why}`,
} as const;

/** A phrase without its full stop. */
export function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case 'open-source':
      return `takes over ${numbers(fault.numbers)}, not merged yet`;
    case 'closed-source':
      return `takes over ${numbers(fault.numbers)}, closed without a merge`;
    case 'reverted-source':
      return `takes over ${numbers(fault.numbers)}, reverted since on the default branch`;
    case 'twice':
      return `takes over ${numbers(fault.numbers)}, as ${numbers(fault.others)} does`;
    case 'wrong-branch':
      return fault.wanted.length === 0
        ? `goes to ${branchWords(fault.branch)}, which has the fix already`
        : `goes to ${branchWords(fault.branch)}, not to ${branchWords(...fault.wanted)}`;
  }
}

export function numbers(found: readonly number[]): string {
  const named = found.slice(0, MOST_NAMED).map((number) => `#${number}`);
  const more = found.length - named.length;
  return listWords(more > 0 ? [...named, `${more} more`] : named);
}
