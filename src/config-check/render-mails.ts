// The mails over the whole cycle: now, after the merge, and the week that brings most.
import { addDays } from '../domain/day.ts';
import { codeSpan, escapeMarkdown } from '../text/escape-markdown.ts';
import { markdownTable } from '../text/table.ts';
import { countWords, spanWords } from '../text/words.ts';
import { type MailChange, type MailForecast, changesMails, mailChanges } from './mails.ts';
import type { Outlook } from './verdict.ts';

/** People who are named before the rest is counted. */
const NAMED = 20;

const TITLE = '### Emails over the cycle';

/** Nothing where nobody has counted. */
export function renderMails({ mails }: Outlook): string {
  if (mails === undefined) return '';
  if ('why' in mails) return `${TITLE}\n\nTheir number is unknown: ${escapeMarkdown(mails.why)}.`;
  const people = mailChanges(mails);
  const after = people.reduce((sum, row) => sum + row.after, 0);
  const whole = `${countWords(after, 'email')} for ${countWords(people.length, 'person', 'people')}`;
  if (mails.before === undefined)
    return [TITLE, `${ALL_DO}: ${whole}.`, ...table(people, mails)].join('\n\n');
  if (!changesMails(mails)) return `${TITLE}\n\n${ALL_DO}: ${whole}, the same as now.`;
  const before = people.reduce((sum, row) => sum + row.before, 0);
  return [TITLE, `${ALL_DO}: ${before} now, ${after} after the merge.`, ...table(people, mails)].join('\n\n');
}

const ALL_DO = 'Emails that relcomms causes if everybody does their tasks';

function table(people: readonly MailChange[], { before }: MailForecast): string[] {
  if (people.length === 0) return [];
  const isNew = before === undefined;
  const head = isNew ? ['Who', 'Emails', 'Busiest week'] : ['Who', 'Now', 'After the merge', 'Busiest week'];
  const rows = people.slice(0, NAMED).map((row) => {
    const counts = isNew ? [row.after] : [row.before, row.after];
    return [codeSpan(row.login), ...counts.map(String), weekWords(row)];
  });
  const left = people.length - rows.length;
  const more = left > 0 ? [[`and ${left} more`, ...head.slice(1).map(() => '')]] : [];
  return [markdownTable(head, [...rows, ...more])];
}

/** `4 in 6–12 Jan 2020`. */
function weekWords({ busiest }: MailChange): string {
  return busiest === undefined
    ? ''
    : `${busiest.count} in ${spanWords(busiest.monday, addDays(busiest.monday, 6))}`;
}
