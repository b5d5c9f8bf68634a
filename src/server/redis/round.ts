// The round of whoever leads it: which installations there are, which lists are old, which repositories are due, what was missed.
import type { Probot } from 'probot';
import type { Instant } from '../../domain/day.ts';
import type { Hint, WakeRules } from '../hint.ts';
import { activeInstallations, ofInstallation } from '../list-repositories.ts';
import { type LookStore, TICK, dueHints, nameOf, oldLists } from '../looks.ts';
import { missedHints } from '../missed-deliveries.ts';

/** A note that can be lost: then what it stands for is done again. */
export interface Notes {
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
}

export interface RoundTools {
  readonly probot: Probot;
  readonly now: () => Instant;
  readonly looks: LookStore;
  readonly notes: Notes;
  readonly ask: (hint: Hint) => Promise<void>;
  /** Has the repositories of an installation listed, by whichever process. */
  readonly readList: (installation: number) => Promise<void>;
  readonly rules: WakeRules & { readonly events: ReadonlySet<string> };
}

/** How far back missed webhooks are looked for where nobody remembers it, and again each time; in milliseconds. */
const FIRST_LOOK = 60 * 60_000;
const MARGIN = 60_000;

/** One beat. Rejects when GitHub or Redis fails; the next beat does what is left. */
export async function round(tools: RoundTools): Promise<void> {
  const { looks, now, readList } = tools;
  const ids = await installations(tools);
  await Promise.all((await oldLists(looks, ids, now())).map(readList));
  await askDue(tools, ids);
  await askMissed(tools);
}

/** Lists an installation and asks for what was not known. */
export async function listOne(tools: Omit<RoundTools, 'readList'>, installation: number): Promise<void> {
  const found = await ofInstallation(tools.probot, installation);
  await tools.looks.list(installation, found.map(nameOf), tools.now());
  await askDue(tools, [installation]);
}

/** Noted before it is asked for would be lost with the process; noted after, it is asked for twice, which is one run. */
async function askDue(
  { looks, now, ask }: Omit<RoundTools, 'readList'>,
  ids: readonly number[],
): Promise<void> {
  const due = await dueHints(looks, ids, now());
  // oxlint-disable-next-line no-await-in-loop -- the order of asking is that of the line
  for (const hint of due) await ask(hint);
  for (const id of new Set(due.map(({ installation }) => installation))) {
    const names = due.filter(({ installation }) => installation === id).map(nameOf);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await looks.asked(id, names, now());
  }
}

/** GitHub is asked for them once in a tick. */
async function installations({
  probot,
  notes,
  now,
  looks,
}: Omit<RoundTools, 'readList'>): Promise<readonly number[]> {
  const [at = '0', ...ids] = ((await notes.read('installations')) ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (now() - Number(at) < TICK) return ids.map(Number);
  const active = await activeInstallations(probot);
  await notes.write('installations', [now(), ...active].join(' '));
  for (const id of (await looks.lists()).keys())
    // oxlint-disable-next-line no-await-in-loop -- seldom more than one
    if (!active.includes(id)) await looks.forget(id);
  return active;
}

/** What was missed is asked for like any other hint. */
async function askMissed({ probot, notes, now, ask, rules }: RoundTools): Promise<void> {
  const mark = Number((await notes.read('deliveries')) ?? now() - FIRST_LOOK);
  const { hints, until } = await missedHints(probot, mark - MARGIN, rules);
  // oxlint-disable-next-line no-await-in-loop -- the order of asking is that of the line
  for (const hint of hints) await ask(hint);
  await notes.write('deliveries', String(until));
}

/** Lists all installations anew and asks for each of their repositories, whatever is remembered of them. */
export async function everything(tools: Omit<RoundTools, 'readList'>): Promise<void> {
  const { looks, notes } = tools;
  await notes.write('installations', '');
  const unasked = {
    ...looks,
    of: async (id: number) => new Map([...(await looks.of(id)).keys()].map((name) => [name, undefined])),
  };
  for (const id of await installations(tools))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await listOne({ ...tools, looks: unasked }, id);
}
