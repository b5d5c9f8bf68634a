// The words of a task issue: what to do, by when, who holds it and whom to ask.
import type { BodyDocument } from '../../../domain/issue-body.ts';
import type { Release, Task } from '../../../domain/release.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../../text/escape-markdown.ts';
import { safeMarkdown } from '../../../text/safe-markdown.ts';
import { clockWords, dayWords, listWords } from '../../../text/words.ts';
import { type Unit, nextItem, unitKey } from '../../units.ts';

/** GitHub takes titles of 256 characters. */
const LONGEST_TITLE = 250;

/** What is due next of it, or its last part when all is done. */
export function renderTaskTitle(unit: Unit, done: ReadonlySet<string>): string {
  return nextItem(unit, done).title.slice(0, LONGEST_TITLE);
}

/** Those that it has at all times. */
export function taskTitles({ items }: Unit): string[] {
  return items.map(({ title }) => title.slice(0, LONGEST_TITLE));
}

/** What became of it when the cycle ended before it was done. */
export type Ending =
  | { readonly kind: 'closed' | 'by-hand' }
  | { readonly kind: 'carried'; readonly to: Release };

export function renderTask(unit: Unit, release: Release, ending?: Ending): BodyDocument {
  const [first] = unit.items;
  const lines = [
    ending === undefined ? '' : overLine(release, ending),
    notesOf(first),
    first.link === undefined ? '' : markdownLink('More about it', first.link),
    facts(unit, release),
    '<sub>To mark this task as done, check its box in the tracking issue or close this issue. relcomms updates the other one.</sub>',
  ];
  return {
    key: unitKey(release, unit),
    parts: [{ kind: 'block', name: 'task', text: lines.filter((line) => line !== '').join('\n\n') }],
  };
}

function notesOf(task: Task): string {
  const words = NOTES.get(task) ?? (task.notes === undefined ? '' : safeMarkdown(task.notes));
  NOTES.set(task, words);
  return words;
}

/** Every run words each task, and reading the Markdown of its notes takes longer than all else of that. */
const NOTES = new WeakMap<Task, string>();

/** Why it ended before it was done. */
export function overLine({ end, title }: Release, ending: Ending): string {
  if (ending.kind === 'by-hand')
    return '**Closed:** the tracking issue was closed before this was done. If it is still needed, reopen it.';
  if (ending.kind === 'carried')
    return `**Carried over to ${escapeMarkdown(ending.to.title)}:** the cycle of ${escapeMarkdown(title)} ended on ${dayWords(end)} before this was done.`;
  return `**Closed:** the cycle ended on ${dayWords(end)} before this was done. If it is still needed, reopen it.`;
}

function facts(unit: Unit, release: Release): string {
  const [first] = unit.items;
  return [
    ...unit.items.map((item) => dueLine(item, unit.items.length > 1)),
    ...(first.notBefore === undefined ? [] : [`- **Not before:** ${dayWords(first.notBefore)}`]),
    ...firstLine(first, release),
    `- **Release:** ${escapeMarkdown(release.title)}, release day ${dayWords(release.release)}`,
    `- **Owner:** ${holders(first, release)}`,
    ...shadows(first, release),
    ...(first.optional ? ['- **If appropriate:** leave it out when it does not fit this release'] : []),
    ...(first.source.length === 0 ? [] : [`- **Comes from:** ${first.source.map(codeSpan).join(', ')}`]),
  ].join('\n');
}

/** Whether they are done is not said, so that the text stays as it is. */
function firstLine({ after = [] }: Task, { tasks }: Release): string[] {
  const titles = tasks.filter(({ id }) => after.includes(id)).map(({ title }) => escapeMarkdown(title));
  return titles.length === 0 ? [] : [`- **Comes after:** ${listWords(titles)}`];
}

function dueLine(item: Task, several: boolean): string {
  const what = several ? `Due (${item.part?.state ?? ''})` : 'Due';
  return `- **${what}:** ${dayWords(item.due)}${clockWords(item.clock) || ', end of the day'}${several ? `: ${escapeMarkdown(item.title)}` : ''}`;
}

/** Holders are assigned, which tells them; their names stand here without a second ping. */
function holders({ role, holders: logins, doneBy }: Task, { roleTeams }: Release): string {
  if (doneBy !== undefined) return 'relcomms, which checks the box once it is done';
  const teams = roleTeams?.[role ?? ''] ?? [];
  const names = [...logins, ...teams].map(escapeMarkdown).join(', ');
  const words = role === undefined ? '' : escapeMarkdown(role.replaceAll('-', ' '));
  if (names === '') return words === '' ? 'nobody yet' : `${words} (nobody has the role yet)`;
  return words === '' ? names : `${names} (${words})`;
}

/** Named without a ping: a shadow hears of the release in the tracking issue, not once more for every task. */
function shadows(task: Task, release: Release): string[] {
  const names = (release.roles['shadow'] ?? []).filter((login) => !task.holders.includes(login));
  return names.length === 0 ? [] : [`- **Shadows:** ${names.map(escapeMarkdown).join(', ')}`];
}
