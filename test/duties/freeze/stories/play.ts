// Plays a story by the duty: threads as GitHub shows them, read by the very function that a look uses.
import type { LedgerEntry } from '../../../../src/domain/observed.ts';
import type { CommandComment } from '../../../../src/domain/command-comment.ts';
import type { CommitState } from '../../../../src/domain/pull.ts';
import { type RawRecentComment, unanswered } from '../../../../src/github/facts/commands/unanswered.ts';
import { RELEASE, run } from '../world.ts';
import type { Outcome } from './model.ts';
import { PULLS, RIGHTS, type Event, type Right, type Story, type Word } from './story.ts';

interface Thread {
  raw: RawRecentComment;
  readonly place: number;
}

type Played = { base: string; open: boolean; labels: string[]; status: CommitState | undefined };

export function playStory({ role, events }: Story): Outcome {
  const world = {
    rights: new Map<string, Right>(Object.entries(RIGHTS)),
    threads: new Map<number, Thread>(),
    pulls: new Map<number, Played>(
      Object.keys(PULLS).map((number) => [
        Number(number),
        { base: 'main', open: true, labels: [], status: undefined },
      ]),
    ),
  };
  const entries: LedgerEntry[] = [];
  const states: Record<number, string>[] = [];
  for (const event of events) {
    if (event.kind !== 'run') happen(event, world);
    else states.push(look(event, role, entries, world));
  }
  return { log: entries.flatMap(({ key, text }) => logLine(key, text)), states };
}

interface World {
  readonly rights: Map<string, Right>;
  readonly threads: Map<number, Thread>;
  readonly pulls: Map<number, Played>;
}

function happen(event: Exclude<Event, { kind: 'run' }>, { rights, threads, pulls }: World): void {
  switch (event.kind) {
    case 'comment': {
      const { id, by, place, words } = event;
      threads.set(id, { place, raw: rawOf(id, by, bodyOf(words, place)) });
      return;
    }
    case 'edit':
    case 'foreign-edit': {
      const thread = threads.get(event.id);
      if (thread === undefined) return;
      const editor =
        event.kind === 'edit' ? thread.raw.author : { __typename: 'User' as const, login: 'mallory' };
      const body = event.kind === 'edit' ? bodyOf(event.words, thread.place) : thread.raw.body;
      thread.raw = { ...thread.raw, body, editor, lastEditedAt: '2026-11-01T00:00:00Z' };
      return;
    }
    case 'delete':
      threads.delete(event.id);
      return;
    case 'right':
      rights.set(event.of, event);
      return;
    case 'retarget':
      Object.assign(pulls.get(event.pull) ?? {}, { base: event.base });
      return;
    case 'close':
      Object.assign(pulls.get(event.pull) ?? {}, { open: false });
      return;
    case 'label':
      Object.assign(pulls.get(event.pull) ?? {}, { labels: event.on ? ['ok'] : [] });
  }
}

function look(
  { now, published }: Extract<Event, { kind: 'run' }>,
  role: string | undefined,
  entries: LedgerEntry[],
  { rights, threads, pulls }: World,
): Record<number, string> {
  const heardOn = (place: number) =>
    unanswered([...threads.values()].filter((one) => one.place === place).map(({ raw }) => raw)).map(
      (comment): Omit<CommandComment, 'issue' | 'number'> => ({
        ...comment,
        permission: rights.get(comment.author)?.permission ?? 'none',
        teams: { member: [], unknown: [] },
      }),
    );
  const roles = Object.fromEntries(
    ['lead', 'docs'].map((name) => [
      name,
      [...rights].flatMap(([login, one]) => (one.roles.includes(name) ? [login] : [])),
    ]),
  );
  const found = run({
    now,
    isPublished: published,
    config: { allow: ['ok'], ...(role === undefined ? {} : { exceptions: role }) },
    releases: [{ ...RELEASE, roles }],
    entries,
    commands: heardOn(1),
    pulls: [...pulls].map(([number, { base, open, labels, status }]) => ({
      number,
      base,
      labels,
      author: { login: PULLS[number] ?? '', bot: false },
      state: open ? ('open' as const) : ('closed' as const),
      commands: open ? heardOn(number) : [],
      ...(status === undefined ? {} : { status }),
    })),
  });
  for (const entry of found.entries) if (!entries.some(({ key }) => key === entry.key)) entries.push(entry);
  for (const [number, state, description] of found.statuses)
    Object.assign(pulls.get(number) ?? {}, { status: { state, description } });
  for (const thread of threads.values())
    if (thread.place === 1 || pulls.get(thread.place)?.open === true) thread.raw = answered(thread.raw);
  const open = [...pulls].filter(([, one]) => one.open);
  return Object.fromEntries(open.map(([number, { status }]) => [number, stateWords(status)]));
}

function stateWords(status: CommitState | undefined): string {
  return status === undefined || status.state === 'success' ? 'free' : status.state;
}

/** One that is edited by somebody else carries no command, and is never answered. */
function answered(raw: RawRecentComment): RawRecentComment {
  if (unanswered([raw]).length === 0) return raw;
  return { ...raw, reactionGroups: [{ content: 'THUMBS_UP', viewerHasReacted: true }] };
}

function rawOf(id: number, login: string, body: string): RawRecentComment {
  const author = { __typename: 'User' as const, login };
  const authorAssociation = 'MEMBER';
  const createdAt = '2026-11-01T00:00:00Z';
  return {
    id: `IC_${id}`,
    databaseId: id,
    body,
    createdAt,
    lastEditedAt: null,
    authorAssociation,
    author,
    editor: null,
    reactionGroups: [],
  };
}

function bodyOf(words: readonly Word[], place: number): string {
  return words
    .map(({ verb, pull, because }) => {
      const name = verb === 'ask' ? '' : ` ${verb}`;
      const number = place === pull ? '' : ` #${pull}`;
      return `/release exception${name}${number}${because === undefined ? '' : ` because ${because}`}`;
    })
    .join('\n');
}

/** The messages to those who decide are lines as well, and no part of the story. */
function logLine(key: string, text: string): string[] {
  if (!key.includes('/exception/')) return [];
  const pull = key.split('/')[2] ?? '';
  return [text.split(' ').slice(0, 2).join(' ') + ` ${pull}`];
}
