// Who is neither mentioned nor assigned: those who opted out in the config, and those who muted the release.
import type { OwnIssue } from '../../domain/observed.ts';

export type IsQuiet = (login: string) => boolean;

export function quietIn(optedOut: ReadonlySet<string>, tracking: OwnIssue | undefined): IsQuiet {
  const muted = tracking?.ledger?.state?.muted ?? [];
  const names = new Set([...optedOut, ...muted].map((login) => login.toLowerCase()));
  return (login) => names.has(login.toLowerCase());
}
