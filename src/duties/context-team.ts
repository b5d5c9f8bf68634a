// A team of the config, as duties see it.

export interface ContextTeam {
  /** `acme/api`. */
  readonly github: string;
  /** Paths that it answers for, written as in CODEOWNERS. */
  readonly paths: readonly string[];
  /** `#team-api` or the ID of a channel. */
  readonly slack?: string | undefined;
  /** ID of its user group on Slack. */
  readonly slackGroup?: string | undefined;
  /** RE2 patterns of the tests that it answers for. */
  readonly tests?: readonly string[] | undefined;
  /** Login of who is asked when the team does not answer. */
  readonly lead?: string | undefined;
  /** Logins of its people, where the config lists them. */
  readonly people?: readonly string[] | undefined;
}
