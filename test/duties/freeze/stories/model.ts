// What a story has to come to, by rules written down once more and without any of the code that they are written for.
import { PULLS, RIGHTS, type Right, type Story, type Verb, type Word } from './story.ts';

export interface Outcome {
  /** `alice accepted 7`, in order. */
  readonly log: readonly string[];
  /** After each run: what every open pull request may be told. */
  readonly states: readonly Readonly<Record<number, string>>[];
}

interface Comment {
  readonly id: number;
  readonly by: string;
  readonly place: number;
  words: readonly Word[];
  foreign: boolean;
  gone: boolean;
  answered: boolean;
}

const RANKS = ['none', 'read', 'triage', 'write', 'maintain'];
const SAYS: Readonly<Record<Verb, string>> = { ask: 'asked', accept: 'accepted', refuse: 'refused' };

export function modelOf({ role, events }: Story): Outcome {
  const rights = new Map<string, Right>(Object.entries(RIGHTS));
  const comments: Comment[] = [];
  const pulls = new Map(
    Object.keys(PULLS).map((number) => [Number(number), { base: 'main', open: true, label: false }]),
  );
  const holds = new Map<number, string>();
  const asks = new Map<number, number>();
  const log: string[] = [];
  const states: Record<number, string>[] = [];

  const atLeast = (login: string, least: string): boolean =>
    RANKS.indexOf(rights.get(login)?.permission ?? 'none') >= RANKS.indexOf(least);
  const hasRole = (login: string, one: string): boolean => rights.get(login)?.roles.includes(one) === true;
  const mayAsk = ({ by, place }: Comment): boolean =>
    PULLS[place] === by ||
    (atLeast(by, 'read') && (atLeast(by, 'triage') || (rights.get(by)?.roles.length ?? 0) > 0));
  const mayDecide = (by: string): boolean =>
    atLeast(by, 'read') &&
    (hasRole(by, 'lead') || (role === undefined ? atLeast(by, 'maintain') : hasRole(by, role)));

  const hear = (comment: Comment, { verb, pull, because }: Word, said: Set<string>): void => {
    if (!mayAsk(comment) || (because === undefined && verb !== 'accept')) return;
    if (comment.place !== 1 && comment.place !== pull) return;
    if (verb !== 'ask' && !mayDecide(comment.by)) return;
    const before = holds.get(pull);
    if (before === verb || (verb === 'ask' && (before === 'accept' || (asks.get(pull) ?? 0) >= 3))) return;
    // One comment says each thing once.
    if (said.has(`${verb} ${pull}`)) return;
    said.add(`${verb} ${pull}`);
    holds.set(pull, verb);
    if (verb === 'ask') asks.set(pull, (asks.get(pull) ?? 0) + 1);
    log.push(`${comment.by} ${SAYS[verb]} ${pull}`);
  };

  const stateOf = (number: number, now: string, published: boolean): string => {
    const pull = pulls.get(number);
    const isFrozen = now >= '2026-11-04' && !published && pull?.base === 'main';
    if (!isFrozen || pull.label) return 'free';
    const held = holds.get(number);
    if (held === 'accept') return 'free';
    return held === 'ask' ? 'pending' : 'failure';
  };

  for (const event of events) {
    const comment = 'id' in event ? comments.find(({ id }) => id === event.id) : undefined;
    const pull = 'pull' in event ? pulls.get(event.pull) : undefined;
    if (event.kind === 'comment') {
      const { id, by, place, words } = event;
      comments.push({ id, by, place, words, foreign: false, gone: false, answered: false });
    }
    if (event.kind === 'edit' && comment !== undefined)
      Object.assign(comment, { words: event.words, foreign: false });
    if (event.kind === 'foreign-edit' && comment !== undefined) comment.foreign = true;
    if (event.kind === 'delete' && comment !== undefined) comment.gone = true;
    if (event.kind === 'right') rights.set(event.of, { permission: event.permission, roles: event.roles });
    if (event.kind === 'retarget' && pull !== undefined) pull.base = event.base;
    if (event.kind === 'close' && pull !== undefined) pull.open = false;
    if (event.kind === 'label' && pull !== undefined) pull.label = event.on;
    if (event.kind !== 'run') continue;
    for (const one of comments) {
      if (one.gone || one.foreign || one.answered || pulls.get(one.place)?.open === false) continue;
      one.answered = true;
      const said = new Set<string>();
      for (const word of one.words) hear(one, word, said);
    }
    const open = [...pulls].filter(([, { open: isOpen }]) => isOpen).map(([number]) => number);
    states.push(
      Object.fromEntries(open.map((number) => [number, stateOf(number, event.now, event.published)])),
    );
  }
  return { log, states };
}
