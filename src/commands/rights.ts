// Who may give a command: the rights, and the roles that lead a release.

/** Who may give a command. */
export type Right =
  /** Everybody with a role in the config, and who may triage the repository. */
  | 'team'
  /** The people of the task's role, those who lead the release, and who may write to the repository. */
  | 'holder'
  /** The team that answers for a case file, its lead, those who lead the release, and who may write to the repository. */
  | 'owner'
  /** The people of the teams of the config, the leads of these teams, and those who lead the release. */
  | 'member'
  /** Those who lead the release, and who maintain the repository. */
  | 'lead';

/** Who that is, in words that fit behind "only" and into a table. */
export const RIGHT_WORDS: Readonly<Record<Right, string>> = {
  team: 'people with a role in the config, and those who may triage the repository',
  holder:
    "those who hold the task's role, those who lead the release, and those who may write to the repository",
  owner:
    'the team that answers for the tests, its lead, those who lead the release, and those who may write to the repository',
  member: 'the people of the teams of the config, the leads of these teams, and those who lead the release',
  lead: 'those who lead the release, and those who maintain the repository',
};

/** Roles whose people lead a release. */
export const LEADING_ROLES: readonly string[] = ['lead', 'release-master', 'release-manager'];
