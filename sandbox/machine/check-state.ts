// A check or a status of a commit, as the page shows it.

export interface CheckState {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly {
    readonly path: string;
    readonly line: number;
    readonly level: string;
    readonly title: string;
    readonly message: string;
  }[];
}
