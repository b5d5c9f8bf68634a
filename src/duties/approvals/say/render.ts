// The reasons that the report gives for what is written on pull requests.
import { type Instant, formatInstant } from '../../../domain/day.ts';
import type { LeftOwner } from '../judge/known-owners.ts';
import type { Verdict } from '../judge/verdict.ts';

export const render = {
  labelDescription: () => 'Waits for approval before a deadline of the release; kept by relcomms',
  whyLabelOn: () => 'it needs an approval',
  whyLabelOff: (verdict: Verdict) => `it waits for no approval: ${stateWords(verdict)}`,
  whyComment: ({ kind }: Verdict, names: readonly string[]) =>
    kind === 'with-author'
      ? `the author ${names.join(', ')} has to mend it before anybody can approve`
      : `a reminder is due, and ${names.join(', ')} can unblock it`,
  whyEdit: () => 'its comment says how things stand',
  whyFold: (verdict: Verdict) =>
    verdict.kind === 'waiting' ? 'a newer comment takes its place' : stateWords(verdict),
  whyLabelMissing: () => 'pull requests that need approval carry it, and the repository does not have it',
  whySection: () => 'the tracking issue says what waits for approval',
  unknown: (why: string) => `left as it is, since something about it could not be read: ${why}`,
  held: (names: readonly string[]) => `not told now, the ceiling is reached: ${names.join(', ')}`,
  ownerLine: ({ path, line }: LeftOwner) => `line ${line} of ${path}`,
  ownerLeft: ({ name, because }: LeftOwner) =>
    because === 'foreign'
      ? `the team ${name} belongs to another organization, so it can own nothing here`
      : `${name} does not exist or has no write access, so GitHub does not count it as an owner`,
  fixes: () => 'merged fixes, and what the release branches have of them',
  rules: (branch: string) => `required checks and unknown code owners of ${branch}`,
  offHours: (waiting: readonly { readonly name: string; readonly at: Instant; readonly zone: string }[]) =>
    `not told now, outside of working hours: ${waiting
      .map(({ name, at, zone }) => `${name} (from ${formatInstant(at, zone, 'ddd D MMM HH:mm')} ${zone})`)
      .join(', ')}`,
  pull: (number: number) => `#${number}`,
};

function stateWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'gone':
      return `it is ${verdict.state}`;
    case 'unrelated':
      return 'it belongs to no release';
    case 'left':
      return { quiet: 'it is muted', draft: 'it is a draft', bot: 'a bot opened it' }[verdict.because];
    case 'approved':
      return 'it is approved';
    case 'with-author':
      return 'its author has to act first';
    case 'nobody':
    case 'unknown':
    case 'waiting':
      return 'it waits';
  }
}
