// What a merge would make, and whom it would assign or mention.
import type { Operation } from '../domain/operation.ts';
import { describe } from '../text/describe-operation.ts';
import { codeSpan, escapeMarkdown } from '../text/escape-markdown.ts';
import { markdownTable } from '../text/table.ts';
import { dayWords } from '../text/words.ts';
import type { Effects, PersonEffect } from './effects.ts';
import { firstOf } from './room.ts';
import type { Outlook } from './verdict.ts';

/** Things of one kind that are named before the rest is counted. */
const NAMED = 20;
const IN_CELL = 5;

/** Who would be assigned and who would get a mail for being mentioned. */
export function renderPeople({ effects }: Outlook): string {
  if ('why' in effects || effects.people.length === 0) return '';
  const rows = effects.people.slice(0, NAMED).map(row);
  const left = effects.people.length - rows.length;
  const more = left > 0 ? [[`and ${left} more`, '', '']] : [];
  return `### People\n\n${markdownTable(['Who', 'Assigned to', 'Mentioned in'], [...rows, ...more])}`;
}

/** A login as dead text: a check is not to ping anybody. */
function row({ login, assigned, mentioned }: PersonEffect): string[] {
  return [codeSpan(login), cell(assigned), cell(mentioned)];
}

function cell(issues: readonly string[]): string {
  return firstOf(IN_CELL, issues).map(issueWords).join('; ');
}

/** Numbers of issues stay links; titles are text. */
function issueWords(issue: string): string {
  return /^#\d+$/.test(issue) ? issue : escapeMarkdown(issue);
}

export function renderEffects({ effects }: Outlook): string {
  if ('why' in effects)
    return `### Issues\n\nThe effects on issues are unknown: ${escapeMarkdown(effects.why)}.`;
  const lines = [
    ...firstOf(
      NAMED,
      effects.opens.map((title) => `Opens ${escapeMarkdown(title)}`),
    ),
    ...milestoneLines(effects),
    ...listLine(
      'Creates the labels',
      effects.labels.map((name) => codeSpan(name)),
    ),
    ...listLine(
      'Updates',
      effects.rewritten.map((number) => `#${number}`),
    ),
    ...firstOf(
      NAMED,
      [...new Set(effects.commented)].map((issue) => `Comments on ${issueWords(issue)}`),
    ),
    ...listLine(
      'Adds to the activity log of',
      effects.logged.map((number) => `#${number}`),
    ),
    ...firstOf(NAMED, effects.further.map(furtherWords)),
  ];
  return lines.length === 0 ? '' : `### Issues\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function milestoneLines({ milestones }: Effects): readonly string[] {
  const lines = milestones.map((milestone) => {
    const title = escapeMarkdown(milestone.title);
    const due = dayWords(milestone.dueOn);
    return milestone.kind === 'create-milestone'
      ? `Creates the GitHub milestone ${title}, due ${due}`
      : `Moves the GitHub milestone ${title} to ${due}`;
  });
  return firstOf(NAMED, lines);
}

function listLine(head: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${head} ${firstOf(NAMED, items).join(', ')}`];
}

function furtherWords(operation: Operation): string {
  if (operation.kind === 'close-issue') return `Closes #${operation.number}`;
  if (operation.kind === 'reopen-issue') return `Reopens #${operation.number}`;
  const [, verb = '', rest = ''] = /^(\w)(.*)$/s.exec(describe(operation).replace(/^\w+/, '$&s')) ?? [];
  return escapeMarkdown(`${verb.toUpperCase()}${rest}`);
}
