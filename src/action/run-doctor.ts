// The Action's `mode: doctor`: looks for what is missing for the config, and writes nothing to the repository.
import { wikiPlace } from '../channels/wiki-place.ts';
import { type Checkup, isBroken } from '../doctor/checkup.ts';
import { proxyIn } from '../doctor/connection-words.ts';
import { examine } from '../doctor/examine.ts';
import { doctorMarkdown, doctorText, summary } from '../doctor/words.ts';
import { siteOf } from '../domain/hosts.ts';
import type { GitHub } from '../github/client.ts';
import type { Judge } from '../run/judgement.ts';
import type { Run } from '../run/reconcile.ts';
import type { Inputs } from './inputs.ts';

export interface DoctorAnswer {
  /** For the log. */
  readonly lines: readonly string[];
  /** Markdown for the job summary. */
  readonly summary: string;
  /** Why the step fails; absent when nothing is broken. */
  readonly failure?: string | undefined;
}

export interface Surroundings {
  /** Root of the API. */
  readonly api: string;
  /** Variables of the step. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Of this machine, in milliseconds. */
  readonly clock: number;
  readonly judge: Judge;
}

/** Never throws for what GitHub, Slack, or a mail server answers. */
export async function runDoctor(
  github: GitHub,
  inputs: Inputs,
  surroundings: Surroundings,
): Promise<DoctorAnswer> {
  const checkups = await examineRun(github, inputs, surroundings, undefined);
  return {
    lines: doctorText(checkups).split('\n'),
    summary: doctorMarkdown(checkups),
    failure: isBroken(checkups) ? summary(checkups) : undefined,
  };
}

/** `run` has just looked at everything; undefined: a look is made. */
export async function examineRun(
  github: GitHub,
  { owner, repo, now, path, slackToken, token }: Inputs,
  { api, env, clock, judge }: Surroundings,
  run: Run | undefined,
): Promise<readonly Checkup[]> {
  return await examine({
    asking: { owner, repo, api, site: siteOf(api), credential: 'the token', proxy: proxyIn(env) },
    github,
    now,
    clock,
    path,
    env: { ...env, SLACK_BOT_TOKEN: slackToken || env['SLACK_BOT_TOKEN'] },
    sends: true,
    wiki: async () => ({ ...wikiPlace(api, { owner, repo }), token, env }),
    judge,
    run,
  });
}
