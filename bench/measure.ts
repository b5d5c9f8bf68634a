// The shape of a measure: what it found, what is aimed at, and whether that is met.

export interface Row {
  readonly measure: string;
  readonly measured: number;
  readonly unit: string;
  /** Absent for figures that are only told. */
  readonly target?: { readonly atMost: number };
  /** What one should know to read the figure. */
  readonly note?: string;
  /** Why the target may be missed for now, in a sentence; without it a missed target fails the bench. */
  readonly allowed?: string;
}

export interface Measure {
  readonly name: string;
  run(): Promise<readonly Row[]>;
}

export function isMet({ measured, target }: Row): boolean | undefined {
  return target === undefined ? undefined : measured <= target.atMost;
}

/** Whether the row makes the bench fail. */
export function fails(row: Row): boolean {
  return isMet(row) === false && row.allowed === undefined;
}
