// One thing that relcomms needs of a repository, of a token or of a channel, and whether it is there.

/** `limited`: known to do less, by the config or by the kind of token, with nothing that is broken. */
export type State = 'ok' | 'broken' | 'limited' | 'unknown';

export const AREAS = [
  'GitHub',
  'Permissions',
  'Config',
  'Workflow',
  'Names',
  'Answers',
  'Look',
  'Slack',
  'Chat',
  'Email',
] as const;

export type Area = (typeof AREAS)[number];

export interface Checkup {
  readonly area: Area;
  /** What was looked at, unique within its area: `issues: write`, `label "release-blocker"`. Plain text. */
  readonly subject: string;
  readonly state: State;
  /** What was found, without the period at its end. */
  readonly found: string;
  /** What does not work without it, one thing each, in plain text. */
  readonly lost?: readonly string[] | undefined;
  /** A sentence. */
  readonly fix?: string | undefined;
  /** Where that is done. */
  readonly link?: string | undefined;
}

export function ok(area: Area, subject: string, found: string): Checkup {
  return { area, subject, state: 'ok', found };
}

/** The words of a checkup whose state is known by the place. */
export interface Words {
  readonly found: string;
  readonly lost?: string | undefined;
  readonly fix?: string | undefined;
  readonly link?: string | undefined;
}

export function broken(area: Area, subject: string, words: Words): Checkup {
  return { area, subject, state: 'broken', ...words, lost: listOf(words.lost) };
}

export function limited(area: Area, subject: string, words: Words): Checkup {
  return { area, subject, state: 'limited', ...words, lost: listOf(words.lost) };
}

function listOf(lost: string | undefined): readonly string[] | undefined {
  return lost === undefined ? undefined : [lost];
}

export function unknown(area: Area, subject: string, found: string, fix?: string): Checkup {
  return { area, subject, state: 'unknown', found, fix };
}

/** Whether something is broken: what is unknown or limited may be wanted. */
export function isBroken(checkups: readonly Checkup[]): boolean {
  return checkups.some(({ state }) => state === 'broken');
}
