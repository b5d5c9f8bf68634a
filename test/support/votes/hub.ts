// What GitHub and the config hold while a story of a vote is told: comments, reactions, a team, and who votes.
import { END, type Event } from './story.ts';

export interface HubComment {
  readonly id: number;
  readonly by: string;
  readonly text: string;
  readonly at: number;
  readonly editedAt?: number;
  readonly editor?: string;
}

export interface HubReaction {
  readonly by: string;
  readonly content: string;
  readonly at: number;
}

export interface Hub {
  readonly comments: Map<number, HubComment>;
  readonly reactions: Map<string, HubReaction>;
  /** Of the team whose people GitHub knows, and those whom the config names for the other one, beside its lead. */
  readonly web: Set<string>;
  readonly api: Set<string>;
  /** Those who vote by themselves. */
  readonly people: Set<string>;
}

export function newHub(): Hub {
  return {
    comments: new Map(),
    reactions: new Map(),
    web: new Set(['gus', 'hal']),
    api: new Set(['eve', 'fay']),
    people: new Set(['ann', 'ben', 'cyd']),
  };
}

export function isProgram(login: string): boolean {
  return login.endsWith('[bot]');
}

/** Accounts are one in whatever case somebody writes them: GitHub shows one name. */
function account(login: string): string {
  return login === 'Ann' ? 'ann' : login;
}

/** Nobody edits what is gone; who is no author may be a maintainer. */
export function happens(hub: Hub, event: Event): void {
  const { at } = event;
  if (event.kind === 'comment')
    hub.comments.set(event.id, { id: event.id, by: event.by, text: event.text, at });
  if (event.kind === 'edit') {
    const found = hub.comments.get(event.id);
    if (found !== undefined && found.at <= at)
      hub.comments.set(event.id, { ...found, text: event.text, editedAt: at, editor: event.by });
  }
  if (event.kind === 'delete') hub.comments.delete(event.id);
  const key = 'content' in event ? `${account(event.by)} ${event.content}` : '';
  if (event.kind === 'react' && !hub.reactions.has(key))
    hub.reactions.set(key, { by: event.by, content: event.content, at });
  if (event.kind === 'unreact') hub.reactions.delete(key);
  if (event.kind === 'join') hub.web.add(account(event.login));
  if (event.kind === 'leave') hub.web.delete(account(event.login));
  const named = 'login' in event && event.login === 'eve' ? hub.api : hub.people;
  if (event.kind === 'hire') named.add(event.login);
  if (event.kind === 'fire') named.delete(event.login);
}

export { END };
