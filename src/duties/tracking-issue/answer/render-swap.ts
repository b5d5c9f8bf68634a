// The words of the pull request that swaps a role between two releases.
import type { Release } from '../../../domain/release.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { markdownTable } from '../../../text/table.ts';
import { dayWords, listWords } from '../../../text/words.ts';

/** Who has the role in which release is swapped once it is merged. */
export interface Swap {
  readonly role: string;
  readonly first: Release;
  readonly second: Release;
}

/** Nobody is mentioned: assignments and issues tell them once it is merged. */
export function renderSwap({ role, first, second }: Swap, tracking: number | undefined): string {
  const words = escapeMarkdown(role.replaceAll('-', ' '));
  const rows = [rowOf(role, first, second), rowOf(role, second, first)];
  const issue = tracking === undefined ? '' : ` Tracking issue: #${tracking}`;
  return [
    `This swaps the role ${words} between two releases. It concerns ${listWords([...peopleOf(role, first), ...peopleOf(role, second)])}: merge it when they agree.`,
    markdownTable(['Release', 'Release day', 'Now', 'Then'], rows),
    `When this is merged, the tracking issues and the issues of tasks follow. Who was assigned before stays assigned until somebody takes it back. The turns of other releases stay as they are.${issue}`,
  ].join('\n\n');
}

function rowOf(role: string, release: Release, other: Release): readonly string[] {
  return [
    escapeMarkdown(release.title),
    dayWords(release.release),
    peopleOf(role, release).join(', '),
    peopleOf(role, other).join(', '),
  ];
}

function peopleOf(role: string, { roles }: Release): string[] {
  return (roles[role] ?? []).map(escapeMarkdown);
}
