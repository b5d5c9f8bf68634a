// What is known beside the case file when it is written about.
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import type { FailingTestsInput } from '../input.ts';

export interface NoticeSetting {
  readonly release: Release;
  readonly tracking: OwnIssue | undefined;
  readonly input: FailingTestsInput;
  /** Whether a person wants no pings about the release. */
  readonly isQuiet: (login: string) => boolean;
}
