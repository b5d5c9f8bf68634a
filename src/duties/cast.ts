// The shape of the part that a duty has in a simulation: what the scripted team does for it on a day.
import type { SpokenFor } from '../commands/teams-of.ts';
import type { Day } from '../domain/day.ts';
import type { Release, Task } from '../domain/release.ts';
import type { SeenIssue } from './view.ts';

/** What a person does; `by` is a login. */
export type Deed =
  | { readonly kind: 'tick'; readonly by: string; readonly number: number; readonly tasks: readonly Task[] }
  | { readonly kind: 'close'; readonly by: string; readonly number: number; readonly tasks: readonly Task[] }
  | { readonly kind: 'approve'; readonly by: string; readonly number: number }
  | { readonly kind: 'comment'; readonly by: string; readonly number: number; readonly body: string };

/** What the people of a release see on a day, after the scheduled run of it. */
export interface CastView<C> {
  /** The section of the duty. */
  readonly config: C;
  readonly release: Release;
  readonly today: Day;
  readonly holidays: readonly Day[];
  /** Teams of the config by id; absent: there are none. */
  readonly teams?: Readonly<Record<string, SpokenFor>> | undefined;
  /** Of the whole repository, as they stand. */
  readonly issues: readonly SeenIssue[];
}

/** Pure, so that every simulation of a config is the same. Asked once a day for each release. */
export type Cast<C> = (view: CastView<C>) => readonly Deed[];
