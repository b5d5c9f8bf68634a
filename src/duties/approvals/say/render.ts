// The reasons that the report gives for what is written on pull requests.
import { LABEL_WORDS } from '../../../text/our-marks.ts';
import { type Instant, formatInstant } from '../../../domain/day.ts';
import type { LeftOwner } from '../judge/known-owners.ts';
import type { Verdict } from '../judge/verdict.ts';

export const render = {
  labelDescription: () => LABEL_WORDS.approval,
  whyLabelOn: () => 'it needs an approval',
  whyLabelOff: (verdict: Verdict) => `it needs no approval now: ${stateWords(verdict)}`,
  whyComment: ({ kind }: Verdict, names: readonly string[]) =>
    kind === 'with-author'
      ? `the author ${names.join(', ')} must fix it before anybody can approve`
      : `a reminder is due, and ${names.join(', ')} can unblock it`,
  whyEdit: () => 'its comment shows the current state',
  whyFold: (verdict: Verdict) =>
    verdict.kind === 'waiting' ? 'a newer comment takes its place' : stateWords(verdict),
  whyLabelMissing: () =>
    'pull requests that need approval get this label, and the repository does not have it',
  whySection: () => 'the tracking issue shows what needs approval',
  unknown: (why: string) => `left unchanged, because something about it could not be read: ${why}`,
  held: (names: readonly string[]) => `not mentioned now, the limit is reached: ${names.join(', ')}`,
  ownerLine: ({ path, line }: LeftOwner) => `line ${line} of ${path}`,
  ownerLeft: ({ name, because }: LeftOwner) =>
    because === 'foreign'
      ? `the team ${name} belongs to another organization, so it can own nothing here`
      : `${name} does not exist or has no write access, so GitHub does not count it as an owner`,
  fixes: () => 'merged fixes, and which of them the release branches have',
  rules: (branch: string) => `required checks and unknown code owners of ${branch}`,
  offHours: (waiting: readonly { readonly name: string; readonly at: Instant; readonly zone: string }[]) =>
    `not mentioned now, outside working hours: ${waiting
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
      return 'it needs approval';
  }
}
