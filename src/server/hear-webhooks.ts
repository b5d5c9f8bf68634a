// Hears webhooks: a webhook is a hint to look; a command is seen at once.
import type { Probot } from 'probot';
import { DUTIES } from '../duties/index.ts';
import { ownAccounts } from '../github/accounts.ts';
import { CONFIG_PATH } from '../github/config/read-config.ts';
import type { AppOptions } from './app-options.ts';
import { startEyesBudget } from './eyes-budget.ts';
import { heardCommand } from './heard.ts';
import { type Hint, type WebhookEvent, heardEvents, hintsOf } from './hint.ts';
import type { Metrics } from './metrics.ts';
import { type PendingWork, pendingWork } from './pending-work.ts';
import { sayHeard } from './say-heard.ts';
import type { WorkPlace } from './work-place.ts';

/** Webhooks that any duty wakes on. */
export const WAKES_ON: ReadonlySet<string> = new Set(DUTIES.flatMap((duty) => duty.wakesOn));

/** Names that Probot knows; which of them there are is said by the duties. */
type HeardEvents = Parameters<Probot['on']>[0];

interface Hearing {
  readonly options: AppOptions;
  readonly app: { readonly slug?: string | undefined } | null;
  readonly metrics: Metrics;
  readonly place: Pick<WorkPlace, 'hear' | 'pacerOf'>;
}

export interface Hears {
  /** What is still being said. */
  readonly answering: PendingWork;
  /** Ids of webhooks that were heard and could not be kept; whoever answers them takes them out. */
  readonly missed: Set<string>;
}

export function hearWebhooks(probot: Probot, { options, app, metrics, place }: Hearing): Hears {
  const self = `${app?.slug ?? ''}[bot]`;
  const rules = { wakesOn: WAKES_ON, self, configPath: CONFIG_PATH };
  const maySee = startEyesBudget(options.now);
  const answering = pendingWork();
  const missed = new Set<string>();
  const keep = async (id: string, hints: readonly Hint[]): Promise<void> => {
    try {
      await Promise.all(hints.map((hint) => place.hear(hint)));
    } catch {
      missed.add(id);
      metrics.missed += 1;
    }
  };
  probot.on(heardEvents(rules) as HeardEvents, async (given) => {
    const event = given as unknown as WebhookEvent;
    const heard = heardCommand(event, ownAccounts(self, app?.slug ?? ''));
    if (heard !== undefined && maySee(heard)) answering.add(sayHeard(probot, heard, metrics, place.pacerOf));
    await keep(given.id, hintsOf(event, rules));
  });
  return { answering, missed };
}
