// The Action's `mode: onboard`: opens a pull request with a first config, where there is none.
import type { GitHub } from '../github/client.ts';
import { readConfig } from '../github/config/read-config.ts';
import type { Judge } from '../run/judgement.ts';
import { type Onboarded, onboard } from '../run/onboard.ts';
import type { Inputs } from './inputs.ts';

/** One line for the log and the job summary. */
export interface OnboardAnswer {
  readonly words: string;
  /** Nothing was opened, and people have to do something about it. */
  readonly isProblem: boolean;
}

/** `actor`: login of who started the workflow, if it was started by hand. */
export async function runOnboard(
  github: GitHub,
  { path, now }: Inputs,
  judge: Judge,
  actor: string | undefined,
): Promise<OnboardAnswer> {
  const start = await readConfig(github, path);
  if (start.config.kind !== 'missing') return { words: `${path} is there already.`, isProblem: false };
  return wordsOf(await onboard({ github, now, path, judge, by: actor }, start));
}

function wordsOf(made: Onboarded): OnboardAnswer {
  if (made.kind === 'opened')
    return { words: `Opened #${made.number}, which proposes a first config.`, isProblem: false };
  if (made.kind === 'open')
    return {
      words: `#${made.number} proposes a first config: merge it, edit it, or close it.`,
      isProblem: false,
    };
  const why = made.kind === 'none' ? made.why : 'it has to be tried again';
  return { words: `No pull request with a first config: ${why}.`, isProblem: true };
}
