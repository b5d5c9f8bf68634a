// Names dates in other files that differ from the config, and proposes the change where it may.
import { type AskedCopy, copyKey } from '../../domain/copies.ts';
import { dayAt } from '../../domain/day.ts';
import { type Release, isRunning } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { shortHash } from '../../text/short-hash.ts';
import type { Duty, DutyAnswer, DutyContext } from '../duty.ts';
import { type CopiesConfig, copiesConfig } from './config.ts';
import { decideRelease } from './decide.ts';
import type { CopiesFact } from './input.ts';
import { permissions } from './permissions.ts';
import { rows } from './rows.ts';

export const copiesDuty: Duty<CopiesConfig, CopiesFact> = {
  name: 'copies',
  title: 'Copies of dates',
  description:
    'Compares dates in other files with the config: tables, YAML, JSON, and calendars. A date that differs is listed in the tracking issue, and relcomms can open a pull request that changes it.',
  config: copiesConfig,
  needs: ['ownIssues', 'copies'],
  leansOn: ['tracking-issue'],
  wakesOn: ['push'],
  permissions,
  rows,
  asks: (context) => {
    const running = runningOf(context);
    return {
      ownIssues: { keys: running.map(trackingKey) },
      copies: running.flatMap((release) => asked(release, context)),
    };
  },
  desire: (input) => {
    const answers = runningOf(input).map((release): DutyAnswer =>
      decideRelease(release, scheduleOf(release), input),
    );
    return {
      desired: answers.flatMap(({ desired }) => desired),
      skips: answers.flatMap(({ skips }) => skips),
      standing: answers.flatMap(({ standing }) => standing ?? []),
      lacks: answers.flatMap(({ lacks }) => lacks ?? []),
    };
  },
};

function runningOf({
  config,
  releases,
  now,
}: Pick<DutyContext<CopiesConfig>, 'config' | 'releases' | 'now'>): Release[] {
  return config.files.length === 0 ? [] : releases.filter((release) => isRunning(release, now));
}

function asked(release: Release, { config, now }: DutyContext<CopiesConfig>): AskedCopy[] {
  const day = dayAt(now, release.timezone);
  const known = new Map(
    config.files.map(({ repository, branch, path }) => [
      copyKey({ repository, branch, path }),
      { repository, branch, path },
    ]),
  );
  return [...known.values()].map((place) => ({
    ...place,
    issue: trackingKey(release),
    schedule: scheduleOf(release),
    day,
  }));
}

/** Another value where a date or a title has changed. */
function scheduleOf({ version, milestones }: Release): string {
  return shortHash(
    [version, milestones.map(({ id, title, from, day, at }) => [id, title, from ?? '', day, at ?? ''])],
    10,
  );
}
