// The words of the section "Freeze" in a tracking issue: what is frozen, then each exception with its story.
import { formatDay } from '../../domain/day.ts';
import { codeSpan } from '../../text/escape-markdown.ts';
import { IN_LOG, andMore } from '../../text/more-words.ts';
import { type Standing, type Step, standingOf } from './exceptions/state.ts';
import type { Freeze } from './freezes.ts';
import type { FreezeInput } from './input.ts';
import { allowedWords, sinceWords, untilWords } from './render-freeze.ts';

/** Pull requests in the list. */
const MOST = 30;

const HOLDS: Readonly<Record<Standing, string>> = {
  pending: 'waiting',
  accepted: 'accepted',
  refused: 'refused',
};

export interface FrozenBranch {
  readonly branch: string;
  readonly freeze: Freeze;
}

/** Empty when nothing is frozen and nobody asked. */
export function renderSection(
  frozen: readonly FrozenBranch[],
  steps: readonly Step[],
  { config, now }: FreezeInput,
): string {
  const lines = frozen.map(
    ({ branch, freeze }) =>
      `${codeSpan(branch)} is frozen ${sinceWords(freeze)} ${untilWords(freeze, now)}. Still allowed: ${allowedWords(config.allow, codeSpan)}.`,
  );
  const parts = [
    ...(lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')]),
    ...listOf(steps),
  ];
  return parts.length === 0 ? '' : ['### Freeze', ...parts].join('\n\n');
}

/** The pull request of which something was said last comes first; its story is in order. */
function listOf(steps: readonly Step[]): string[] {
  const pulls = [...new Set(steps.map(({ pull }) => pull).toReversed())];
  if (pulls.length === 0) return [];
  const counts = Object.entries(HOLDS).flatMap(([standing, words]) => {
    const count = pulls.filter((pull) => standingOf(pull, steps) === standing).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const items = [
    ...pulls.slice(0, MOST).map((pull) => itemOf(pull, steps)),
    ...andMore(pulls.length - MOST, IN_LOG),
  ];
  return [
    `<details><summary>Freeze exceptions: ${counts.join(', ')}</summary>\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n</details>`,
  ];
}

function itemOf(pull: number, steps: readonly Step[]): string {
  const own = steps.filter((step) => step.pull === pull);
  const holds = HOLDS[standingOf(pull, steps) ?? 'pending'];
  const story = own.map(({ entry }) => `${formatDay(entry.day, 'D MMM')}: ${entry.text}`);
  return `#${pull} **${holds}**. ${story.join('; ')}`;
}
