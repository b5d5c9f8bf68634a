// Takes back what stands outside of GitHub, and notes that in the record of messages.
import type { TakeBack } from '../../domain/cleanup-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { MESSAGES_RECORD } from '../../memory/messages-record.ts';
import { fieldsOf } from '../../memory/read-value.ts';
import { putRow, readRows } from './put-row.ts';
import type { World } from './world.ts';

/** Without its words the row says that whoever keeps the message current has to write it anew. */
export async function takeBack(world: World, operation: TakeBack): Promise<Written> {
  const { number, record, message, what, sent } = operation;
  const { channels } = world;
  if (channels === undefined)
    return {
      outcome: 'failed',
      number,
      detail: 'this run has no channels: the App or the Action takes it back',
    };
  const outcome = await channels.takeBack(what, sent);
  if (outcome.kind === 'failed') return { outcome: 'failed', number, detail: outcome.line };
  world.records.set(record.key, record.commentId);
  const place = { number, key: record.key, ...MESSAGES_RECORD };
  const { words: _, ...row } = fieldsOf((await readRows(world, place))[message]) as Record<string, unknown>;
  await putRow(world, place, {
    name: message,
    row: { ...row, takenBack: true },
    free: () => true,
    others: (rows) => rows,
    lighten: () => [],
    reserve: 0,
  });
  return { outcome: 'done', number };
}
