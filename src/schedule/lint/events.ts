// Events that meet the days on which a release needs everybody: release day, and a freeze.
import type { Milestone } from '../../domain/release.ts';
import { spanWords } from '../../text/words.ts';
import { isFreeze } from '../milestone-kind.ts';
import { planPath } from '../spec-of-release.ts';
import { type LintRule, quotedTitle, writtenMilestone } from './subject.ts';

/** Each event once, with the first day that it meets. */
export const eventMeetsRelease: LintRule = {
  code: 'event-meets-release',
  find: (subject) => {
    const { version } = subject.release;
    const needed = subject.credible.filter((one) => one.id === 'release' || isFreeze(one, version));
    return subject.credible
      .filter(({ event }) => event === 'days')
      .flatMap((event) => {
        const met = needed.find((one) => one.event === undefined && meets(one, event));
        const at = writtenMilestone(subject, event.id)?.event?.at;
        if (met === undefined || at === undefined) return [];
        const days = event.from === undefined ? event.day : spanWords(event.from, event.day);
        return [
          {
            severity: 'warning',
            path: planPath(subject.written, 'events', at),
            message: `${quotedTitle(event.title)} (${days}) meets ${quotedTitle(met.title)} of ${version} (${met.day}).`,
            fix: 'Move that date, or see that enough people are there for it.',
          },
        ];
      });
  },
};

function meets(one: Milestone, other: Milestone): boolean {
  return (one.from ?? one.day) <= other.day && one.day >= (other.from ?? other.day);
}
