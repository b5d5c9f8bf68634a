// Has mails counted one config after the other, beside the runs: no run waits, one is asked for when they are there.
import type { AskForecast } from '../config-check/mails.ts';
import { type CountMails, countedMails } from './counted.ts';

/** Repositories that wait for theirs; further ones do without, so that nobody can keep all others waiting. */
const MOST_WAITING = 8;

export interface Forecasts {
  /** What a run of that repository asks; `wake` is called when an answer that was not there has come. */
  askFor(repository: string, wake: () => void): AskForecast;
  /** How many waits are over so far. */
  readonly counted: number;
  /** Resolves when nothing is played. */
  idle(): Promise<void>;
  /** Stops what is played, and wakes nobody any more. */
  close(): Promise<void>;
}

/** One config at a time is played, and one pull request of each repository is in the line. */
export function startForecasts(countMails: CountMails, onFailure: (why: string) => void): Forecasts {
  const counted = countedMails(countMails, onFailure);
  const waiting = new Set<string>();
  const stop = new AbortController();
  const { signal } = stop;
  let line: Promise<void> = Promise.resolve();
  let ended = 0;

  const inTurn = async (turn: Promise<void>, count: () => Promise<void>, end: () => void): Promise<void> => {
    await turn;
    if (!signal.aborted) await count();
    end();
  };

  return {
    askFor: (repository, wake) => (before, after) => {
      const known = counted.take(before, after);
      if (known !== undefined) return known;
      if (signal.aborted || waiting.has(repository)) return 'later';
      if (waiting.size >= MOST_WAITING)
        return { known: false, why: `${MOST_WAITING} other repositories wait for theirs` };
      waiting.add(repository);
      const count = (): Promise<void> => counted.count(before, after, signal);
      line = inTurn(line, count, () => {
        waiting.delete(repository);
        ended += 1;
        if (!signal.aborted) wake();
      });
      return 'later';
    },
    get counted() {
      return ended;
    },
    idle: () => line,
    close: async () => {
      stop.abort();
      await line;
    },
  };
}
