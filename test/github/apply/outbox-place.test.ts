// Receipts of messages that another run wrote over are noted again at the end: nobody else knows what was sent.
import type { OutboxRow } from '../../../src/domain/outbox.ts';
import { checkReceipts, putClaim, putReceipt } from '../../../src/github/apply/outbox-place.ts';
import { lostIn } from '../../../src/github/apply/receipts.ts';
import type { World } from '../../../src/github/apply/world.ts';
import { readRecord, renderRecord } from '../../../src/memory/record.ts';
import { scriptedWorld } from '../../support/scripted-github.ts';
import { at } from '../../support/world.ts';

const US = 'relcomms[bot]';
const MADE = '2026-11-10T09:00:00Z';
const PLACE = {
  number: 7,
  key: '1.14.0/messages',
  title: 'Messages',
  about: 'What was sent.',
  at: at('2026-11-10T10:00:00Z'),
  spare: [],
};
const CLAIM: OutboxRow = { claim: 'run', at: PLACE.at, tries: 1, until: at('2026-11-11T10:00:00Z') };
const SENT: OutboxRow = { ...CLAIM, sent: { place: 'C1', id: '1.0' } };
const OTHER: OutboxRow = { ...CLAIM, claim: 'another run' };

/** An issue with one comment at most: the record. Counts the times that a run waited for the writes of others. */
function start() {
  const github = { text: undefined as string | undefined, writes: 0, waits: 0, refuses: false };
  const comment = (body: string) => ({
    id: 9,
    node_id: 'IC_9',
    body,
    user: { login: US },
    created_at: MADE,
    updated_at: MADE,
  });
  const request = (route: string, { body = '' }: { readonly body?: string }) => {
    if (!route.startsWith('GET')) {
      if (github.refuses) return Promise.reject(Object.assign(new Error('rate limit'), { status: 403 }));
      github.text = body;
      github.writes += 1;
    }
    const { text } = github;
    const isList = route.endsWith('issues/{issue_number}/comments') && route.startsWith('GET');
    const data = isList ? (text === undefined ? [] : [comment(text)]) : comment(text ?? '');
    return Promise.resolve({ data });
  };
  // Who edited the comment is asked where the text is none of ours: one of our own accounts, in another run.
  const node = (): unknown => ({
    body: github.text,
    lastEditedAt: MADE,
    editor: { __typename: 'Bot', login: 'relcomms' },
  });
  const world = scriptedWorld({
    request,
    graphql: () => Promise.resolve({ node: node() }),
    accounts: [US],
    channels: { settle: () => Promise.resolve(void (github.waits += 1)) },
  });
  return { github, world };
}

const rowsIn = (text = ''): unknown => readRecord(text);
const other = (rows: Record<string, OutboxRow>): string => renderRecord(PLACE.key, { ...PLACE, rows });
const claim = (world: World, name: string): Promise<boolean> =>
  putClaim(world, PLACE, name, CLAIM, (row) => row === undefined);

test('a message is claimed once', async () => {
  const { github, world } = start();
  expect([await claim(world, 'a'), await claim(world, 'a')]).toEqual([true, false]);
  expect(rowsIn(github.text)).toEqual({ a: CLAIM });
});

test('a receipt that was written over is noted again, and what the other run noted stays', async () => {
  const { github, world } = start();
  await claim(world, 'a');
  await putReceipt(world, PLACE, 'a', SENT);
  github.text = other({ a: CLAIM, b: OTHER });
  await checkReceipts(world);
  expect(rowsIn(github.text)).toEqual({ a: SENT, b: OTHER });
  expect(github.waits).toBe(1);
});

test('several are noted in one write', async () => {
  const { github, world } = start();
  for (const name of ['a', 'b', 'c']) {
    // oxlint-disable-next-line no-await-in-loop -- one message after the other
    await claim(world, name);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await putReceipt(world, PLACE, name, SENT);
  }
  github.text = other({ a: CLAIM, b: CLAIM, c: SENT });
  const { writes } = github;
  await checkReceipts(world);
  expect(rowsIn(github.text)).toEqual({ a: SENT, b: SENT, c: SENT });
  expect(github.writes).toBe(writes + 1);
});

test('receipts that stand are left alone, and looked at once', async () => {
  const { github, world } = start();
  await claim(world, 'a');
  await putReceipt(world, PLACE, 'a', SENT);
  const { writes } = github;
  await checkReceipts(world);
  await checkReceipts(world);
  expect([github.writes, github.waits]).toEqual([writes, 1]);
});

test('what may be out is noted again like what is, and what is out outdoes it', async () => {
  const unsure: OutboxRow = { ...CLAIM, unsure: true, failed: 'no answer' };
  const { github, world } = start();
  await claim(world, 'a');
  await putReceipt(world, PLACE, 'a', unsure);
  github.text = other({ a: CLAIM });
  await checkReceipts(world);
  expect(rowsIn(github.text)).toEqual({ a: unsure });
  await putReceipt(world, PLACE, 'a', SENT);
  github.text = other({ a: unsure });
  await checkReceipts(world);
  expect(rowsIn(github.text)).toEqual({ a: SENT });
});

test('of what may be out the process knows, where GitHub did not take the word of it', async () => {
  const unsure: OutboxRow = { ...CLAIM, unsure: true, failed: 'no answer' };
  const { github, world } = start();
  await claim(world, 'a');
  github.refuses = true;
  await expect(putReceipt(world, PLACE, 'a', unsure)).rejects.toThrow('limit');
  expect(lostIn(readRecord(github.text ?? ''), world.receipts.get(PLACE.key)?.rows ?? {})).toEqual({
    a: unsure,
  });
});

test('what was not sent has no receipt to keep', async () => {
  const { github, world } = start();
  await claim(world, 'a');
  await putReceipt(world, PLACE, 'a', { ...CLAIM, failed: 'no such channel' });
  await checkReceipts(world);
  expect([world.receipts.size, github.waits]).toEqual([0, 0]);
});

test('nobody waits where nothing was sent', async () => {
  const { github, world } = start();
  await checkReceipts(world);
  expect([github.writes, github.waits]).toEqual([0, 0]);
});
