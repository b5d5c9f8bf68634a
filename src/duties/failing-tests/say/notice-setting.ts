// What is known beside the case file when it is written about.
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Watched } from '../watched.ts';
import type { FailingTestsInput } from '../input.ts';

export interface NoticeSetting {
  readonly release: Watched;
  readonly tracking: OwnIssue | undefined;
  readonly input: FailingTestsInput;
  /** Whether a person wants no pings about the release. */
  readonly isQuiet: (login: string) => boolean;
}
