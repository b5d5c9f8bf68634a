// The words of why there is no pull request, and of what a first config is made from. Outside text is not escaped yet.
import type { Day } from '../domain/day.ts';
import { countWords, dayWords, listWords } from '../text/words.ts';

export const notes = {
  archived: () => 'the repository is archived',
  fork: () => 'the repository is a fork: releases are made where it comes from',
  empty: () => 'the repository has no commit yet: push one',
  noBranch: () => 'the repository has no default branch: choose one in its settings',
  noIssues: () => 'issues are switched off: switch them on in the settings of the repository',
  elsewhere: (paths: readonly string[], path: string) =>
    `${listWords(paths)} looks like a config: move it to ${path}, or delete it`,
  open: (number: number) => `#${number} is open: merge it, edit its config, or close it`,
  proposed: (number: number) => `#${number} adds a config already`,
  closed: (number: number) =>
    `#${number} was closed, which means no: reopen it, give it another title, or write \`/release onboard\``,
  removed: (number: number) =>
    `#${number} was merged and its config is gone: write \`/release onboard\` for another one`,
  lacks: (permissions: readonly string[]) =>
    `relcomms lacks ${listWords(permissions)}: grant it in the settings of the App, or add the config yourself with \`relcomms init\``,
  unread: (why: string) => `the repository could not be read whole (${why}): relcomms looks again tomorrow`,
  refused: (why: string) =>
    `GitHub did not let relcomms open a pull request (${why}): allow it, or add the config yourself with \`relcomms init\``,
  noDraft: () => 'no config that is valid could be made from it: run `relcomms init`',
  noMaintainer: () => 'only somebody with the role maintain or admin can ask for it',
  everywhere: () =>
    'the App is installed on all repositories of the owner: a maintainer writes `/release onboard` in an issue here',
  enough: (most: number) =>
    `relcomms opened ${most} such pull requests for this owner in the last 24 hours: it looks again tomorrow, or a maintainer writes \`/release onboard\` in an issue here`,
  release: (version: string, day: Day) => `Release ${version} on ${dayWords(day)}`,
  branch: (name: string) => `Release branch ${name}`,
  lead: (login: string | undefined) => (login === undefined ? 'No lead' : `Lead ${login}`),
  nobody: () => 'nobody is known: add a login to `lead`',
  teams: (teams: readonly string[]) => `${countWords(teams.length, 'team')}: ${listWords(teams)}`,
  tasks: (count: number) => `${countWords(count, 'task')}, all due on release day`,
  lines: (place: string, left: number) =>
    `the checklist in ${place}${left === 0 ? '' : `; ${countWords(left, 'line')} left out`}`,
  preset: () => 'Cycle of six weeks, with the tasks of the preset basic',
  noChecklist: () => 'no release checklist was found',
  zone: () => 'Time zone UTC',
  noZone: () => 'a guess: GitHub does not say',
};
