// A model of a vote that knows no duty: what people said, kept as a plain history, and counted from its beginning each time.
import { END, type Hub, isProgram } from './hub.ts';
import type { Story } from './story.ts';

interface Saying {
  readonly who: string;
  readonly no: boolean;
  readonly at: number;
}

export interface Counted {
  /** `go`, `no-go`, `silent`, or `?` where nobody knows, by voter. */
  readonly votes: Readonly<Record<string, string>>;
  readonly result: string | undefined;
}

export interface Model {
  /** What a run at a moment finds; `sees` as in the story. */
  readonly look: (hub: Hub, at: number, sees: string) => Counted;
}

export function modelOf({ rule }: Story): Model {
  const spoken: Saying[] = [];
  const taken = new Set<number>();
  let isOpen = false;
  let final: Counted | undefined;
  return {
    look: (hub, at, sees) => {
      if (final !== undefined) return final;
      // The vote is there from the first run on: what was said before it finds no open vote.
      listen(hub, sees, taken, isOpen ? spoken : []);
      isOpen = true;
      const hands = sees === 'no-reactions' ? undefined : handsOf(hub);
      const counted = hands && count(hub, [...spoken, ...hands], sees !== 'no-team', rule);
      if (at <= END) return { votes: counted?.votes ?? { all: '?' }, result: undefined };
      const isKnown = counted !== undefined && sees !== 'some-comments' && counted.result !== undefined;
      if (isKnown) final = counted;
      return isKnown ? counted : { votes: counted?.votes ?? { all: '?' }, result: '?' };
    },
  };
}

/** Each comment is heard once, as it is then; by somebody who may vote then, and not after the end. */
function listen(hub: Hub, sees: string, taken: Set<number>, spoken: Saying[]): void {
  for (const { id, by, text, at, editedAt, editor } of hub.comments.values()) {
    const isCommand = text.startsWith('/release');
    const isOwn = editor === undefined || editor === by;
    if (taken.has(id) || !isCommand || !isOwn || isProgram(by)) continue;
    if (sees === 'some-comments' && id % 2 === 0) continue;
    taken.add(id);
    const when = editedAt ?? at;
    const voters = [...hub.people, ...hub.api, ...(sees === 'no-team' ? [] : hub.web), 'dan', 'gus'];
    if (when <= END && voters.includes(by.toLowerCase()))
      spoken.push({ who: by.toLowerCase(), no: text.startsWith('/release no-go'), at: when });
  }
}

function handsOf(hub: Hub): Saying[] {
  return [...hub.reactions.values()]
    .filter(({ by, content }) => !isProgram(by) && content !== 'heart')
    .map(({ by, content, at }) => ({ who: by.toLowerCase(), no: content === '-1', at }));
}

function count(hub: Hub, all: readonly Saying[], knowsTeam: boolean, rule: Story['rule']): Counted {
  const counting = all.filter(({ at }) => at <= END);
  const stance = (who: string): boolean | undefined => {
    const own = counting.filter((one) => one.who === who);
    const newest = own.filter(({ at }) => at === Math.max(...own.map((one) => one.at)));
    return own.length === 0 ? undefined : newest.some(({ no }) => no);
  };
  const everybody = [...new Set(counting.map(({ who }) => who))];
  const of = (names: Iterable<string>): string => {
    const said = [...new Set(names)].map(stance);
    if (said.includes(true)) return 'no-go';
    return said.includes(false) ? 'go' : 'silent';
  };
  const web = knowsTeam ? of([...hub.web, 'gus']) : unsure(of(['gus']), of(['gus', ...everybody]));
  const votes = {
    ...Object.fromEntries([...hub.people].map((name) => [name, of([name])])),
    'acme/api': of([...hub.api, 'dan']),
    'acme/web': web,
  };
  return {
    votes,
    result: Object.values(votes).includes('?') ? undefined : ruled(Object.values(votes), rule),
  };
}

function unsure(least: string, most: string): string {
  return least === most ? least : '?';
}

function ruled(votes: readonly string[], rule: Story['rule']): string {
  const pro = votes.filter((one) => one === 'go').length;
  const contra = votes.filter((one) => one === 'no-go').length;
  if (rule === 'apache') return pro > 2 && contra < pro ? 'go' : 'no-go';
  if (rule === 'majority') return pro * 2 > votes.length ? 'go' : 'no-go';
  return contra === 0 && pro === votes.length ? 'go' : 'no-go';
}
