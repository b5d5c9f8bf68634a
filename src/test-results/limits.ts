// How much of test results is read: what lies beyond is refused, never read in part.

export interface JunitLimits {
  /** Bytes of one file, unpacked. */
  readonly bytes: number;
  /** Elements inside of one another; real files have five or six. */
  readonly depth: number;
  /** Tests of one file, and of one report. */
  readonly tests: number;
}

export interface ZipLimits extends JunitLimits {
  /** Entries of one archive, of any kind. */
  readonly entries: number;
  /** Bytes of all entries that are read, unpacked. */
  readonly total: number;
}

export const JUNIT_LIMITS: JunitLimits = { bytes: 100_000_000, depth: 50, tests: 200_000 };

export const ZIP_LIMITS: ZipLimits = { ...JUNIT_LIMITS, entries: 1000, total: 200_000_000 };

/** Characters of a name, a path or a message that are kept. */
export const LONGEST_LINE = 300;
