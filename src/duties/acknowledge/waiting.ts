// The messages on Slack whose reactions may answer a question that is open now.
import type { OwnIssue } from '../../domain/observed.ts';
import { MESSAGES, type OutboxRow } from '../../domain/outbox.ts';
import type { TeamMessage } from '../../domain/seen.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { partsOf } from '../../notices/due-names.ts';
import { keyOf } from '../../text/marker.ts';
import { readOutboxRow } from '../../memory/outbox-row.ts';
import { seenKey } from '../../memory/seen-key.ts';
import type { DutyContext } from '../duty.ts';
import { ownChannel } from '../own-channel.ts';
import { keys } from './ask.ts';
import type { AcknowledgeConfig } from './config.ts';
import { openAsks } from './open-asks.ts';

type Context = Pick<DutyContext<AcknowledgeConfig>, 'config' | 'releases' | 'teams' | 'now'>;

/** Notices of these very days, in the channels of teams that have not answered. Nothing waits: nothing is read. */
export function waitingMessages(context: Context, issues: readonly OwnIssue[]): TeamMessage[] {
  return openAsks(context, issues).flatMap(({ release, milestone, tracking }) => {
    const said = new Set(tracking.ledger?.entries.map(({ key }) => key));
    if (!said.has(keys.asked(release, milestone))) return [];
    const silent = Object.keys(context.teams).filter((team) => !said.has(seenKey(release, milestone, team)));
    if (silent.length === 0) return [];
    const record = tracking.records?.find(({ name }) => name === MESSAGES);
    const rows = Object.entries(record?.rows ?? {});
    return silent.flatMap((team): TeamMessage[] => {
      const channel = ownChannel(team, context.teams);
      if (channel === undefined) return [];
      return rows.flatMap(([key, raw]) => {
        const row = isNotice(key, release, milestone, channel) ? readOutboxRow(raw, key) : undefined;
        if (row?.sent === undefined || !tells(row, milestone)) return [];
        return [
          { release: release.version, milestone: milestone.id, day: milestone.day, team, sent: row.sent },
        ];
      });
    });
  });
}

function tells({ tells: days = {} }: OutboxRow, { id, day }: Milestone): boolean {
  return Object.hasOwn(days, id) && days[id] === day;
}

/** `due/rc1/2020-02-20/1-weeks`, one of several, or `moved/rc1+release/…`: those that ask. */
function isNotice(key: string, { version }: Release, { id, day }: Milestone, channel: string): boolean {
  const begin = `${keyOf(version, 'slack')}/`;
  const end = `/${keyOf(...channel.split('/'))}`;
  const due = `${begin}${keyOf('due', id, day)}/`;
  const several = key.endsWith(end) ? partsOf(key.slice(begin.length, -end.length)) : [];
  if (several.some((part) => part.startsWith(`${id}~${day}~`))) return key.startsWith(begin);
  return isBetween(key, due, end, 1) || isBetween(key, `${begin}moved/`, end, 2);
}

function isBetween(key: string, begin: string, end: string, parts: number): boolean {
  return (
    key.startsWith(begin) &&
    key.endsWith(end) &&
    key.slice(begin.length, -end.length).split('/').length === parts
  );
}
