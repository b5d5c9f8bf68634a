// The client of the App: one address for everything, tokens too, and nobody waits for ever.
import { ProbotOctokit } from 'probot';
import { octokitOptions } from '../github/octokit-options.ts';
import { patientFetch } from '../github/watch-fetch.ts';

/** What Probot hands over for each client, as far as we change it. */
interface Given {
  readonly throttle?: object;
  readonly request?: object;
  readonly auth?: object;
}

interface WithDefaults {
  readonly request: { readonly defaults: (more: object) => unknown };
}

/** For a Probot that asks this address. */
export function appOctokit(baseUrl: string): typeof ProbotOctokit {
  const { throttle, retry } = octokitOptions(baseUrl);
  const request = { fetch: patientFetch() };
  // Probot hands its own throttle options to every client, so ours have to go on top of them.
  return ProbotOctokit.defaults((given: Given) => ({
    ...given,
    request: { ...given.request, ...request },
    throttle: { ...given.throttle, ...throttle },
    retry,
    ...(hasRequest(given.auth)
      ? { auth: { ...given.auth, request: given.auth.request.defaults({ baseUrl, request }) } }
      : {}),
  }));
}

/** Probot's own asks github.com for a token that is wanted by name, whatever the address of the App is. */
function hasRequest(auth: object | undefined): auth is WithDefaults {
  return auth !== undefined && 'request' in auth && typeof auth.request === 'function';
}
