// Makes the Probot that knows the App's key, with clients whose pauses and fetch are ours, and asks who we are.
import { Probot, ProbotOctokit } from 'probot';
import { octokitOptions } from '../github/octokit-options.ts';
import type { Timer } from '../github/timer.ts';
import type { AppOptions } from './app-options.ts';
import { askUntilAnswered } from './ask-until-answered.ts';
import { startLog } from './log.ts';

/** What Probot hands to each of its clients, as far as it matters here. */
interface GivenOptions {
  readonly throttle?: object;
  readonly auth?: { readonly request?: { defaults(options: object): unknown } };
}

export function startProbot(options: AppOptions): Probot {
  const plugins = octokitOptions(options.pauses, options.fetch, options.timer);
  return new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret: options.webhookSecret,
    baseUrl: options.baseUrl,
    log: startLog(options.logLevel),
    // Probot hands its own throttle options to every client, so ours have to go on top of them.
    Octokit: ProbotOctokit.defaults((given: GivenOptions) => ({
      ...given,
      ...plugins,
      throttle: { ...given.throttle, ...plugins.throttle },
      auth: {
        ...given.auth,
        // By itself a new token would be asked of github.com, wherever the App is.
        request: given.auth?.request?.defaults({ baseUrl: options.baseUrl, request: plugins.request }),
      },
    })),
  });
}

/** Waits for a GitHub that is away; rejects when it does not know the App. */
export async function whoWeAre(probot: Probot, timer: Timer) {
  const octokit = await probot.auth();
  const { data } = await askUntilAnswered(() => octokit.request('GET /app'), {
    timer,
    onWait: (why, pause) =>
      probot.log.warn(
        `GitHub did not answer who we are: ${why}. It is asked again in ${pause / 1000} seconds`,
      ),
  });
  return data;
}
