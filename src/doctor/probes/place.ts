// What every probe is asked with.
import type { GitHub } from '../../github/client.ts';
import type { Prepared } from '../../run/prepare.ts';
import { failureWords } from '../../github/failure.ts';
import { type Checkup, unknown } from '../checkup.ts';
import type { Grants } from '../rights.ts';
import type { Where } from '../where.ts';

export interface Place {
  readonly github: GitHub;
  readonly where: Where;
  readonly prepared: Prepared;
  readonly grants: Grants;
  /** Login of the token. */
  readonly viewer: string;
  readonly isOrganization: boolean;
}

/** A probe that GitHub did not answer leaves one line, and the others go on. */
export async function unlessFailed(
  subject: string,
  probe: () => Promise<readonly Checkup[]>,
): Promise<readonly Checkup[]> {
  try {
    return await probe();
  } catch (error) {
    const found = `it could not be read: ${failureWords(error)}`;
    return [unknown('Answers', subject, found, 'Run this again later.')];
  }
}
