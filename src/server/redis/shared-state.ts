// What all processes share: the line, what is remembered of repositories, and the budget of each installation.
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type Hint, type WakeRules, joinHints } from '../hint.ts';
import { DAY, nameOf } from '../looks.ts';
import type { PacerOf } from '../pacers.ts';
import { gapOf } from '../spacing.ts';
import { EACH, type PlaceTools } from '../work-place.ts';
import { PREFIX } from './connect.ts';
import { type Line, redisLine } from './line.ts';
import { redisLooks } from './redis-looks.ts';
import type { RoundTools } from './round.ts';
import { type SharedJournal, sharedJournal } from './shared-journal.ts';
import { sharedPacer } from './shared-pacer.ts';

export interface SharedState {
  readonly line: Line;
  readonly pacerOf: PacerOf;
  readonly journal: SharedJournal;
  /** Whether this process ran the repository last; from now on it did. */
  readonly ranLast: (repository: string) => Promise<boolean>;
  /** Puts it into the line; rejects while Redis is away. */
  readonly ask: (hint: Hint) => Promise<void>;
  readonly rounds: Omit<RoundTools, 'readList'>;
}

export function sharedState(
  redis: Redis,
  tools: PlaceTools,
  rules: WakeRules & { readonly events: ReadonlySet<string> },
): SharedState {
  const line = redisLine(redis, { join: joinTexts, each: EACH, gap: gapOf(tools.options.pauses) });
  const ask = (hint: Hint): Promise<void> =>
    line.add(nameOf(hint), String(hint.installation), JSON.stringify(hint), hint.isAsked === true);
  const rounds = {
    probot: tools.probot,
    now: tools.options.now,
    looks: redisLooks(redis),
    notes: {
      read: async (name: string) => (await redis.get(`${PREFIX}note:${name}`)) ?? undefined,
      write: async (name: string, text: string) => void (await redis.set(`${PREFIX}note:${name}`, text)),
    },
    ask,
    rules,
  };
  const name = randomUUID();
  const journal = sharedJournal(redis, name);
  const ranLast = async (repository: string): Promise<boolean> => {
    const key = `${PREFIX}runner:${repository}`;
    return (await redis.set(key, name, 'EX', DAY / 1000, 'GET')) === name;
  };
  return { line, journal, ranLast, pacerOf: pacersBy(journal, tools), ask, rounds };
}

/** One for each installation; where nobody has to be spared there is none. */
function pacersBy(journal: SharedJournal, { options, stopping }: PlaceTools): PacerOf {
  const pacers = new Map<number, ReturnType<PacerOf>>();
  return (installation) => {
    const { clock } = options.pauses;
    if (clock === undefined) return undefined;
    const pacer = pacers.get(installation) ?? sharedPacer(journal, String(installation), clock, stopping);
    pacers.set(installation, pacer);
    return pacer;
  };
}

export function hintIn(texts: readonly string[]): Hint {
  return texts.map((text) => JSON.parse(text) as Hint).reduce(joinHints);
}

function joinTexts(first: string, later: string): string {
  return JSON.stringify(hintIn([first, later]));
}
