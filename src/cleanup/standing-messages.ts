// Finds in the record of messages what still stands elsewhere: pinned messages on Slack, and parts of wiki pages.
import type { LeftStanding } from '../domain/cleanup-operation.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { Write } from '../domain/operation.ts';
import { MESSAGES } from '../domain/outbox.ts';
import { readOutboxRow } from '../memory/outbox-row.ts';
import { recordKey } from '../memory/record.ts';

/** What was sent and not taken back yet. */
export function standingMessages(issue: OwnIssue): Write[] {
  const record = issue.records?.find(({ name }) => name === MESSAGES);
  if (record === undefined) return [];
  const { commentId } = record;
  return Object.entries(record.rows).flatMap(([message, raw]): Write[] => {
    const row = readOutboxRow(raw, message);
    if (row?.sent === undefined || row.takenBack === true) return [];
    const { sent } = row;
    const what = standingOf(message, sent.place);
    if (what === undefined) return [];
    const key = recordKey(issue.key, MESSAGES);
    return [{ kind: 'take-back', number: issue.number, record: { key, commentId }, message, what, sent }];
  });
}

/**
 * By the key, which begins with version, section and name: `v1.18.0/slack/dates/slack/team-api` is the pinned message of a
 * channel, with the name of its workspace before the channel where it is not the first one; `v1.18.0/wiki/page` a page.
 */
function standingOf(message: string, place: string): LeftStanding | undefined {
  const [, section, name, kind, ...where] = message.split('/');
  if (section === 'wiki' && name === 'page') return { kind: 'wiki', page: place, block: 'release' };
  if (section !== 'slack' || name !== 'dates') return undefined;
  if (kind === 'trial') return { kind: 'slack' };
  if (kind !== 'slack') return undefined;
  const [workspace] = where.length > 1 ? where : [];
  return { kind: 'slack', ...(workspace === undefined ? {} : { workspace: decodeURIComponent(workspace) }) };
}
