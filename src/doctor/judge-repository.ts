// What a repository lets nobody do, and a clock that is wrong.
import { type Checkup, broken, ok } from './checkup.ts';
import type { RepositoryLook } from './ask-repository.ts';
import { type Where, pageOf } from './where.ts';

/** Tokens of Apps are refused by GitHub beyond; a few seconds come of the network. */
const MOST_SECONDS = 60;

/** `now` is the clock of this machine, in milliseconds. */
export function judgeRepository(look: RepositoryLook, where: Where, now: number): Checkup[] {
  const { owner, repo } = where;
  const name = `${owner}/${repo}`;
  const isSame = look.fullName.toLowerCase() === name.toLowerCase();
  return [
    ok('GitHub', 'connection', `${new URL(where.site).host} answers, and ${name} can be read`),
    ...(isSame
      ? []
      : [
          broken('GitHub', 'name', {
            found: `${name} has moved to ${look.fullName}`,
            lost: 'links and workflows that name it keep working only while nobody takes the old name',
            fix: `Use ${look.fullName}.`,
            link: `${where.site}/${look.fullName}`,
          }),
        ]),
    ...(look.isArchived
      ? [
          broken('GitHub', 'archive', {
            found: 'the repository is archived',
            lost: 'nothing can be written',
            fix: 'Unarchive it in its settings, or remove relcomms from it.',
            link: pageOf(where, 'settings'),
          }),
        ]
      : []),
    ...(look.hasIssues
      ? []
      : [
          broken('GitHub', 'issues', {
            found: 'issues are turned off',
            lost: 'there can be no tracking issue',
            fix: 'Turn on Issues under Features.',
            link: pageOf(where, 'settings#features'),
          }),
        ]),
    ...judgeClock(look, now),
  ];
}

function judgeClock({ clock }: RepositoryLook, now: number): Checkup[] {
  if (clock === undefined) return [];
  const seconds = Math.round((now - clock) / 1000);
  if (Math.abs(seconds) <= MOST_SECONDS) return [ok('GitHub', 'clock', "this machine's clock is right")];
  return [
    broken('GitHub', 'clock', {
      found: `this machine's clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead' : 'behind'}`,
      lost: 'GitHub refuses the tokens of an App, and reminders come at wrong times',
      fix: 'Set the clock, and let it follow a time server.',
    }),
  ];
}
