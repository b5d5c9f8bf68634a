// Compares the check of a candidate's pull request with the one that its newest commit has.
import { CANDIDATE_CHECK } from '../domain/check-name.ts';
import type { DesiredCheck } from '../domain/desired-check.ts';
import type { Observation } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import { shortHash } from '../text/short-hash.ts';

/** Nothing where it is unknown what the commit says now. */
export function diffCheck(duty: string, desired: DesiredCheck, { candidates }: Observation): Operation[] {
  const pulls = candidates.known && candidates.value.pulls.known ? candidates.value.pulls.value : [];
  const found = pulls.find(({ number }) => number === desired.pull);
  if (found?.check.known !== true) return [];
  const { pull, conclusion, title, summary, why } = desired;
  const externalId = shortHash([conclusion, title, summary], 16);
  if (found.check.value?.externalId === externalId) return [];
  return [
    {
      kind: 'create-check',
      pull,
      head: found.head,
      name: CANDIDATE_CHECK,
      externalId,
      conclusion,
      title,
      summary,
      text: '',
      annotations: [],
      duty,
      why,
    },
  ];
}
