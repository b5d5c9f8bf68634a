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
  /** Those who vote by the config, and nobody else. */
  | 'voter'
  /** Those who lead the release, and who maintain the repository. */
  | 'lead'
  /** Who administers the repository; no role stands for it. */
  | 'admin';

/** Who that is, in words that fit behind "only" and into a table. */
export const RIGHT_WORDS: Readonly<Record<Right, string>> = {
  team: 'people with a role in the config, and people with triage access',
  holder: "people with the task's role, release leads, and people with write access",
  owner: 'the team that owns the tests, its lead, release leads, and people with write access',
  member: 'members of the teams in the config, the leads of these teams, and release leads',
  voter: 'people who vote on the milestone by the config',
  lead: 'release leads, and people with maintain access',
  admin: 'people with admin access',
};

/** Roles whose people lead a release. */
export const LEADING_ROLES: readonly string[] = ['lead', 'release-master', 'release-manager'];
