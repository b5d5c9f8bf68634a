// The steps of the set-up: to GitHub, back with the credentials, Slack. Each answers with a page.
import appYml from '../../app.yml';
import slackManifestYml from '../../slack-manifest.yml';
import type { Instant } from '../domain/day.ts';
import { apiOf } from '../domain/hosts.ts';
import { SEND_HASH, beginPage, toGitHubPage } from './begin-pages.ts';
import { addTo, envText, isThere, writeNew } from './env-file.ts';
import { type MadeApp, exchange } from './exchange.ts';
import { type MadeView, madePage, shownPage } from './made-pages.ts';
import { appForm, homeOf, refusalOfOrganization, slackLink } from './manifest.ts';
import type { Page } from '../server/front.ts';
import { page, problemPage } from './page.ts';
import { headersFor } from './page-headers.ts';
import type { Settings } from './settings.ts';
import { type States, startStates } from './states.ts';

/** How far the set-up is. */
export interface Progress {
  readonly settings: Settings;
  readonly states: States;
  /** Whether GitHub is being asked for the credentials. */
  isMaking: boolean;
  /** Whether a page went on to GitHub by itself. Who comes back has not signed in, or wants to change something. */
  isLed: boolean;
  made: Omit<MadeView, 'why'> | undefined;
  /** What the App needs of the environment beyond what is there. */
  values: Readonly<Record<string, string>>;
}

export function startProgress(settings: Settings, now: () => Instant): Progress {
  return { settings, states: startStates(now), isMaking: false, isLed: false, made: undefined, values: {} };
}

/** Where the set-up stands, with what went wrong last. `origin` is that of the page in the browser. */
export async function home(progress: Progress, origin: string, why?: string): Promise<Page> {
  const { made, settings } = progress;
  if (made !== undefined) return madePage({ ...made, why });
  const typed = { address: settings.publicUrl ?? '', organization: settings.owner ?? '' };
  const isClear = settings.publicUrl !== undefined && !(await isThere(settings.file));
  if (!isClear) return await begin(settings, typed);
  // Who started it has said all that is needed, so the first look leads to GitHub.
  const byItself = settings.owner !== undefined && !progress.isLed;
  progress.isLed = true;
  return await lead(progress, typed, origin, byItself);
}

/** `origin` is that of the page in the browser. */
export async function toGitHub(progress: Progress, form: URLSearchParams, origin: string): Promise<Page> {
  if (progress.made !== undefined) return toHome();
  const typed = { address: fieldOf(form, 'address'), organization: fieldOf(form, 'organization') };
  return await lead(progress, typed, origin);
}

async function lead(
  { settings, states }: Progress,
  typed: Typed,
  origin: string,
  byItself = false,
): Promise<Page> {
  const { address, organization } = typed;
  const found = homeOf(address);
  const why = 'why' in found ? found.why : refusalOfOrganization(organization);
  if ('why' in found || why !== undefined) return await begin(settings, typed, why);
  const { site, file } = settings;
  const to = { site, organization, home: found.url, redirectUrl: `${origin}/made`, state: states.make() };
  const shown = toGitHubPage(appForm(appYml, to), { ...typed, file }, { byItself });
  return byItself ? { ...shown, headers: headersFor(site, SEND_HASH) } : shown;
}

/** GitHub has made the App and sent the browser back. */
export async function back(progress: Progress, query: URLSearchParams): Promise<Page> {
  const { states, settings } = progress;
  if (progress.made !== undefined) return toHome();
  // A second return while the first one's credentials come would be a second App.
  if (progress.isMaking || !states.take(query.get('state') ?? ''))
    return problemPage(403, 'This return from GitHub does not belong to a form of this page. Begin again.');
  progress.isMaking = true;
  try {
    const answer = await exchange(apiOf(settings.site), query.get('code') ?? '');
    return 'why' in answer ? problemPage(502, answer.why) : await keep(progress, answer.app);
  } finally {
    progress.isMaking = false;
  }
}

/** Adds a bot token that Slack accepts to the file. */
export async function slack(progress: Progress, form: URLSearchParams, origin: string): Promise<Page> {
  const { made, settings } = progress;
  if (made?.file === undefined || made.slackDone !== undefined) return toHome();
  const { checkToken } = await import('./check-token.ts');
  const checked = await checkToken(fieldOf(form, 'token'), settings.env);
  if ('why' in checked) return await home(progress, origin, checked.why);
  const more = { SLACK_BOT_TOKEN: checked.token };
  const why = await addTo(made.file, envText(more));
  if (why !== undefined) return await home(progress, origin, why);
  progress.values = { ...progress.values, ...more };
  progress.made = { ...made, slackDone: checked.words };
  return toHome();
}

async function keep(progress: Progress, app: MadeApp): Promise<Page> {
  const { file, site, startAgain } = progress.settings;
  progress.values = valuesOf(app, site);
  const text = envText(progress.values);
  const why = await writeNew(file, text);
  progress.made = {
    app,
    file: why === undefined ? file : undefined,
    startAgain,
    slackLink: slackLink(slackManifestYml),
    slackDone: undefined,
  };
  return why === undefined ? toHome() : shownPage(text, why);
}

interface Typed {
  readonly address: string;
  readonly organization: string;
}

async function begin({ file }: Settings, typed: Typed, why?: string): Promise<Page> {
  return beginPage({ ...typed, file, isTaken: await isThere(file), why });
}

function fieldOf(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').trim();
}

/** The App has to be told of another GitHub than github.com, too. */
function valuesOf({ id, privateKey, webhookSecret }: MadeApp, site: string): Record<string, string> {
  return {
    APP_ID: id,
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    ...(site === 'https://github.com' ? {} : { GITHUB_URL: site }),
  };
}

/** So that a reload sends nothing again, and no code stays in the address. */
function toHome(): Page {
  return { ...page('Done', '', 303), headers: { location: '/' } };
}
