// The shape of a scenario: a config that a visitor can walk through.

export interface Scenario {
  /** Lower-case words with hyphens. */
  readonly id: string;
  readonly title: string;
  /** What there is to see, one sentence. */
  readonly about: string;
  /** Text of `.github/relcomms.yml`. */
  readonly config: string;
}
