// People who tick boxes, close task issues and write lines, and what has to become of it.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { issue, repository } from './tracking.ts';

/** One thing that a person does in one moment; what is done is the opposite of what the person sees. */
export type Act =
  | { readonly kind: 'box' | 'issue'; readonly task: number }
  | { readonly kind: 'line' | 'note'; readonly task: number }
  | { readonly kind: 'browser' };

/** What people did to one task since all sides agreed. */
export interface Deed {
  readonly side: 'box' | 'issue';
  readonly done: boolean;
}

/** What is known of a task for certain, or that both ends are right. */
export type Due = 'done' | 'open' | 'either';

/**
 * What a task has to be. One wish is fulfilled, and who changes one side again and again gets the last word.
 * When people say one thing on one side and the opposite on the other, only agreement is asked for.
 */
export function dueOf(before: boolean, deeds: readonly Deed[]): Due {
  const last = deeds.at(-1);
  if (last === undefined) return before ? 'done' : 'open';
  const oneSide = deeds.every(({ side }) => side === last.side);
  const oneWish = deeds.every(({ done }) => done === last.done);
  if (!oneSide && !oneWish) return 'either';
  return last.done ? 'done' : 'open';
}

/** Ticks as GitHub shows them: the box of the one line that carries the task's id. */
export function boxOf(body: string, id: string): boolean | undefined {
  const lines = body.split(/\r?\n/).filter((line) => line.includes(`<!-- relcomms:task ${id} `));
  if (lines.length !== 1) return undefined;
  return /^\s*- \[[xX]\]/.test(lines[0] ?? '');
}

/** The issue of a task, by its title. */
export function taskIssueOf(github: EmbeddedGitHub, title: string) {
  const found = repository(github).issues.find((candidate) => candidate.title === title);
  if (found === undefined) throw new Error(`no issue ${title}`);
  return found;
}

/** Whether box and issue of the task agree, and on what; undefined when they don't. */
export function agreed(
  github: EmbeddedGitHub,
  { id, title }: { id: string; title: string },
): Due | undefined {
  const box = boxOf(issue(github, 1).body, id);
  const closed = taskIssueOf(github, title).state === 'closed';
  return box !== closed ? undefined : closed ? 'done' : 'open';
}
