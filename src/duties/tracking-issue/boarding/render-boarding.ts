// The words of issues for people who take a role or leave it: the steps, and what became of the issue.
import type { BodyDocument, ChecklistItem } from '../../../domain/issue-body.ts';
import type { Release } from '../../../domain/release.ts';
import type { BoardingStep } from '../../../domain/spec.ts';
import { escapeMarkdown, markdownLink } from '../../../text/escape-markdown.ts';
import { shortHash } from '../../../text/short-hash.ts';
import { dayWords } from '../../../text/words.ts';
import { type Ending, overLine } from '../tasks/render-task.ts';
import type { Mover } from './movers.ts';

/** GitHub takes titles of 256 characters. */
const LONGEST_TITLE = 250;

export function renderBoardingTitle({ kind, login, role }: Mover, { title }: Release): string {
  const words = roleWords(role);
  return kind === 'boarding'
    ? `Boarding: ${login} is ${words} of ${title}`.slice(0, LONGEST_TITLE)
    : `Leaving: ${login} is no longer ${words} in ${title}`.slice(0, LONGEST_TITLE);
}

/** The person is assigned, which tells them; nobody is mentioned. */
export function renderBoarding(mover: Mover, release: Release): BodyDocument {
  const { key, kind, login, role, others, steps } = mover;
  const name = `**${escapeMarkdown(login)}**`;
  const words = escapeMarkdown(roleWords(role));
  const title = escapeMarkdown(release.title);
  const said =
    kind === 'boarding'
      ? `${name} takes the role ${words} in ${title}. This is what is needed for it.`
      : `${name} no longer has the role ${words} in ${title}. This is what to take back or hand over.`;
  const before = others.map(escapeMarkdown).join(', ');
  const facts = [
    `- **Release:** ${title}, release day ${dayWords(release.release)}`,
    ...(before === '' ? [] : [`- **${kind === 'boarding' ? 'Had it before' : 'Has it now'}:** ${before}`]),
  ].join('\n');
  const how = '<sub>Check a box when its step is done. When all are, close this issue.</sub>';
  return {
    key,
    parts: [
      { kind: 'block', name: 'boarding', text: [said, facts, how].join('\n\n') },
      { kind: 'checklist', groups: [{ id: 'steps', heading: 'Steps', items: itemsOf(steps) }] },
    ],
  };
}

/** A line above the rest, which stays. */
export function renderBoardingEnd(key: string, release: Release, ending: Ending): BodyDocument {
  return { key, parts: [{ kind: 'block', name: 'ending', text: overLine(release, ending) }] };
}

export const boardingWords = {
  why: ({ kind, role }: Mover) =>
    kind === 'boarding'
      ? `somebody takes the role ${role} who did not have it in the release before`
      : `somebody who had the role ${role} has it no longer`,
  whyBody: () => 'the steps or the people of the role have changed',
  whyGone: () => 'the roles have changed, so it is no longer needed',
};

/** `release lead`. */
function roleWords(role: string): string {
  return role.replaceAll('-', ' ');
}

/** A step that is written twice is one box. The words make the id, so that a box keeps its check when others change. */
function itemsOf(steps: readonly BoardingStep[]): ChecklistItem[] {
  const items = steps.map(({ title, link }): ChecklistItem => ({
    id: `step-${shortHash([title], 8)}`,
    text: link === undefined ? escapeMarkdown(title) : markdownLink(title, link),
  }));
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
