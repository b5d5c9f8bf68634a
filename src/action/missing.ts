// What a run of the Action says of what its config needs and does not have; it fails for none of it.
import type { Checkup } from '../doctor/checkup.ts';
import { knownMissing } from '../doctor/known-missing.ts';
import { siteOf } from '../domain/hosts.ts';
import type { GitHub } from '../github/client.ts';
import type { Run } from '../run/reconcile.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import type { Inputs } from './inputs.ts';
import type { Surroundings } from './run-doctor.ts';
import { isWholeDue } from './whole-look.ts';

/** So many are shown; the rest is counted. */
const MOST = 10;

/** Without a request, but on first contact and once a week. */
export async function missingFor(
  run: Run,
  github: GitHub,
  inputs: Inputs,
  surroundings: Surroundings,
): Promise<readonly Checkup[]> {
  if (!('plan' in run)) return [];
  const { owner, repo, now, slackToken } = inputs;
  const { env, api } = surroundings;
  if (isWholeDue(run, now, env['GITHUB_RUN_NUMBER'])) {
    const { examineRun } = await import('./run-doctor.ts');
    const checkups = await examineRun(github, inputs, surroundings, run);
    return checkups.filter(({ state }) => state === 'broken');
  }
  const own = { ...env, SLACK_BOT_TOKEN: slackToken || env['SLACK_BOT_TOKEN'] };
  return knownMissing(run, own, { owner, repo, site: siteOf(api) });
}

/** For the top of the summary; empty where nothing is missing. */
export function missingMarkdown(missing: readonly Checkup[]): string {
  if (missing.length === 0) return '';
  const lines = missing.slice(0, MOST).map(({ area, subject, found, lost = [], fix, link }) => {
    const words = [
      `${found}.`,
      ...lost.map((one) => `Without it: ${one}.`),
      ...(fix === undefined ? [] : [fix]),
    ].map(escapeMarkdown);
    const page = link === undefined ? '' : ` [Open the page](${link})`;
    return `- **${escapeMarkdown(`${area}: ${subject}`)}:** ${words.join(' ')}${page}`;
  });
  const more = missing.length - lines.length;
  const rest = more > 0 ? [`- and ${more} more: run \`mode: doctor\``] : [];
  return `**Missing for the config:**\n\n${[...lines, ...rest].join('\n')}\n\n`;
}

/** One annotation each. */
export function missingWarnings(missing: readonly Checkup[]): string[] {
  return missing
    .slice(0, MOST)
    .map(({ area, subject, found, lost = [], fix, link }) =>
      [
        `${area}: ${subject}: ${found}.`,
        ...(lost[0] === undefined ? [] : [`Without it: ${lost[0]}.`]),
        ...(fix === undefined ? [] : [fix]),
        ...(link === undefined ? [] : [link]),
      ].join(' '),
    );
}
