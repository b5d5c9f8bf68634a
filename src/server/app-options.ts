// What the App is started with.
import type { Instant } from '../domain/day.ts';
import type { Fetch } from '../http/fetch.ts';
import type { Pauses } from '../github/pauses.ts';
import type { Judge } from '../run/judgement.ts';
import type { Run } from '../run/reconcile.ts';
import type { ChannelsFor } from './app-channels.ts';
import type { GitHub } from '../github/client.ts';
import type { CountMails } from './counted.ts';
import type { Finding } from './findings.ts';
import type { Page } from './front.ts';
import type { Hint } from './hint.ts';
import type { Timer } from '../github/timer.ts';

/** The first webhook whose signature fits. */
export interface FirstWebhook {
  /** As in `x-github-event`. */
  readonly name: string;
  readonly at: Instant;
}

/** What the App knows of itself. */
export interface Started {
  readonly slug: string;
  /** The page of the App on GitHub. */
  readonly page: string;
  /** Undefined until it came. */
  readonly first: FirstWebhook | undefined;
}

/** What the check of a repository is made with. */
export interface ExamineAsked {
  readonly run: Extract<Run, { plan: unknown }>;
  /** Signs as the App itself. */
  readonly asApp: GitHub['request'];
  /** With the token of the installation. */
  readonly github: GitHub;
  readonly token: () => Promise<string>;
  /** The account that the App belongs to. */
  readonly account: string | undefined;
}

export interface AppOptions {
  readonly appId: number | string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** The secret before it, while GitHub may still sign with that. */
  readonly formerSecret?: string | undefined;
  /** API root: `https://api.github.com` or `https://HOST/api/v3`. */
  readonly baseUrl: string;
  /** What GitHub is asked by. Default: Node's own http client. */
  readonly fetch?: Fetch;
  readonly port: number;
  readonly host: string;
  /** Address of a Redis that several processes share; absent: this one works alone. */
  readonly redisUrl?: string | undefined;
  /** With Redis: `receiver` only hears webhooks, `worker` hears none. Default: both. */
  readonly role?: 'receiver' | 'worker' | undefined;
  readonly now: () => Instant;
  /** What is waited between writes and before further tries. */
  readonly pauses: Pauses;
  /** Measures how long a request and a run may take, and the pauses after a fault. Default: the clock on the wall. */
  readonly timer?: Timer;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  /** Told of every run, for those who show it. */
  readonly onRun?: (hint: Hint, run: Run) => void;
  /** Told of a run that broke off: GitHub could not be reached, say. */
  readonly onCrash?: (hint: Hint, error: unknown) => void;
  /** Told why no run could begin: an installation, or the list of them, can't be read. */
  readonly onUnread?: (why: string) => void;
  /** Each webhook has everything looked at: for a GitHub in which time stands still between two days. */
  readonly looksAtAll?: true;
  /** Without a clock of its own only webhooks wake it: for walks in which time is somebody else's. */
  readonly tick?: boolean;
  /** Makes what each run sends messages by; absent: none is sent. */
  readonly channelsFor?: ChannelsFor;
  /** Judges the configs of pull requests; what it gets ends it. Absent: they are judged in this process. */
  readonly judge?: ((stop: AbortSignal) => Judge) | undefined;
  /** Finds what a config needs and its repository lacks, by reads alone; absent: nothing is looked for. */
  readonly examine?: ((asked: ExamineAsked) => Promise<readonly Finding[]>) | undefined;
  /** Whoever brings it to /readyz is told in which repositories something is missing. */
  readonly statusToken?: string | undefined;
  /** Counts mails for the checks of configs; absent means that they tell none. */
  readonly countMails?: CountMails;
  /** Makes the page where GitHub leads who has installed the App; absent: there is none. */
  readonly startedPage?: ((started: Started) => Page) | undefined;
}
