// Who wants no pings in a world of plain data, decided by the very function that a run uses.
import type { CommandComment } from '../../src/domain/command-comment.ts';
import type { OwnIssue } from '../../src/domain/observed.ts';
import type { Release } from '../../src/domain/release.ts';
import { COMMANDS } from '../../src/duties/index.ts';
import { instant } from './runs.ts';
import { type Quiet, quietOf } from '../../src/people/quiet.ts';

interface World {
  /** Logins of those who opted out in the config. */
  readonly optedOut?: readonly string[] | undefined;
  readonly releases?: readonly Release[];
  readonly issues?: readonly OwnIssue[];
  readonly commands?: readonly CommandComment[];
}

export function quietWorld({ optedOut = [], releases = [], issues = [], commands = [] }: World = {}): Quiet {
  const people = Object.fromEntries(optedOut.map((login) => [login, { optOut: true }]));
  const clock = { now: instant('2020-01-08T12:00:00Z'), zone: 'UTC' };
  return quietOf({
    people,
    clock,
    releases,
    issues: { known: true, value: issues },
    commands,
    book: COMMANDS,
  });
}
