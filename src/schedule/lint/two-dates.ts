// One milestone with two dates: on a page whose table was updated and whose summary was not, say.
import { milestonePath, writtenMilestones } from '../build-milestones.ts';
import type { Milestone } from '../../domain/release.ts';
import { createResolver } from '../resolve.ts';
import { namesOnlyOtherVersions } from '../prerelease.ts';
import { type Finding, type LintRule, type LintSubject, writtenMilestone, quotedTitle } from './subject.ts';

/**
 * Milestones of the same name on different days, and any that is the release by name on another day than `release`.
 * What happens more than once is told apart by numbered ids (`patch-releases-1`, `patch-releases-2`).
 */
export const twoDates: LintRule = {
  code: 'two-dates',
  find: (subject) => [...rewrittenRelease(subject), ...otherReleaseDays(subject), ...twins(subject)],
};

/** The words that say what a milestone is, in no order: "Begin Code Freeze (EOD PST)" and "Code freeze" are one. */
export function titleKey(title: string, version: string): string {
  const own = version.replace(/^v/i, '').toLowerCase();
  const words = title
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ')
    .split(/[^\p{L}\p{N}.]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '' && word.replace(/^v/, '') !== own && !FILLERS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
  return words.sort().join(' ');
}

const FILLERS = new Set(
  'and at begin begins beginning for in kubernetes of on our out released start starts starting the to we will'.split(
    ' ',
  ),
);

/** Titles that are nothing but the release itself, own version left out. */
const RELEASE_KEYS = new Set(['day release', 'release', 'final release', 'availability general', 'ga']);

function isReleaseByName({ title }: Milestone, version: string): boolean {
  if (namesOnlyOtherVersions(title, version)) return false;
  const key = titleKey(title, version);
  return RELEASE_KEYS.has(key) || (key === '' && title.includes(version.replace(/^v/i, '')));
}

function rewrittenRelease(subject: LintSubject): Finding[] {
  const { release, spec, written } = subject;
  const on = writtenMilestone(subject, 'release')?.on;
  if (on === undefined) return [];
  const day = createResolver({ ...release, holidays: spec.holidays }, new Map(), () => ({
    zone: spec.timezone,
  }))(on);
  if (day.kind !== 'day' || day.day === release.release) return [];
  return [
    {
      severity: 'error',
      path: milestonePath(written, 'release'),
      message: `Milestone "release" is on ${day.day}, but ${release.version} is released on ${release.release}.`,
      fix: 'Write release day once, as `release` of the release.',
    },
  ];
}

function otherReleaseDays(subject: LintSubject): Finding[] {
  const { release, written } = subject;
  return release.milestones
    .filter((milestone) => milestone.day !== release.release && isReleaseByName(milestone, release.version))
    .map(({ id, title, day }) => ({
      severity: 'error',
      path: milestonePath(written, id),
      message: `${quotedTitle(title)} is on ${day}, but ${release.version} is released on ${release.release}.`,
      fix: 'Remove it, or correct the release day of this release.',
    }));
}

/** In the order of writing, so that the copy is told and not the original. */
function twins(subject: LintSubject): Finding[] {
  const { release, spec, written } = subject;
  const order = [...writtenMilestones(spec, written).keys()];
  const milestones = [...release.milestones].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const first = new Map<string, Milestone>();
  return milestones.flatMap((milestone) => {
    if (
      isReleaseByName(milestone, release.version) ||
      namesOnlyOtherVersions(milestone.title, release.version)
    )
      return [];
    const key = titleKey(milestone.title, release.version);
    if (key === '') return [];
    const twin = first.get(key);
    if (twin === undefined) first.set(key, milestone);
    if (twin === undefined || twin.day === milestone.day || areNumbered(twin.id, milestone.id)) return [];
    return [
      {
        severity: 'error',
        path: milestonePath(written, milestone.id),
        message: `${quotedTitle(milestone.title)} is on ${milestone.day}, but ${quotedTitle(twin.title)} (${twin.id}) is on ${twin.day}.`,
        fix: `Remove one of them; if it happens more than once, number the ids (${twin.id}-1, ${twin.id}-2).`,
      },
    ];
  });
}

function areNumbered(a: string, b: string): boolean {
  return stemOf(a) === stemOf(b);
}

function stemOf(id: string): string {
  return id.replace(/-?\d+$/, '');
}
