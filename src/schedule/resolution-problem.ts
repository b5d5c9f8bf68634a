// Says what is wrong with a day expression that could not be resolved.
import { DAY_FORMS } from '../domain/day-expression.ts';
import { nearest } from '../domain/nearest.ts';
import type { Path, Problem } from '../domain/problem.ts';
import type { Resolution } from './resolve.ts';

/** The problem, or undefined when it is told elsewhere (at the anchor that causes it). */
export function resolutionProblem(
  failure: Exclude<Resolution, { kind: 'day' }>,
  subject: string,
  path: Path,
  anchors: readonly string[],
): Problem | undefined {
  switch (failure.kind) {
    case 'unknown-anchor':
      return unknownAnchor(failure.anchor, subject, path, anchors);
    case 'circular':
      return {
        code: 'circular-day',
        severity: 'error',
        path,
        message: `${subject} is defined by itself: ${failure.chain.join(' → ')}.`,
        fix: `Give one of them a day that leans on none of the others (${DAY_FORMS}).`,
      };
    case 'no-time':
      return {
        code: 'no-time',
        severity: 'error',
        path,
        message: `${subject} counts hours from "${failure.anchor}", which has no time of day.`,
        fix: `Give "${failure.anchor}" an \`at\`, or write the time here, for example "${failure.anchor} at 14:00 - 72 hours".`,
      };
    case 'out-of-range':
      return {
        code: 'day-out-of-range',
        severity: 'error',
        path,
        message: `${subject} falls outside the years 0000 to 9999.`,
        fix: 'Correct the year or the offset.',
      };
    default:
      return undefined;
  }
}

function unknownAnchor(anchor: string, subject: string, path: Path, anchors: readonly string[]): Problem {
  const meant = nearest(anchor, anchors);
  return {
    code: 'unknown-anchor',
    severity: 'error',
    path,
    message: `${subject} refers to "${anchor}", which isn't a milestone of this release.`,
    fix:
      meant === undefined
        ? `Name one of the release's milestones (${anchors.slice(0, 8).join(', ')}), or write a day.`
        : `Did you mean "${meant}"?`,
  };
}
