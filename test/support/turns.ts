// Lets several processes make their requests one at a time, in an order that a test chooses.
import type { ApiRequest, EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';

/** A process: the login that its requests carry, and what it does. */
export interface Process {
  readonly login: string;
  readonly work: () => Promise<unknown>;
}

export interface Turns {
  /** Which of so many waiting requests comes next, counted from 0; `turn` is how many went before. */
  readonly choose: (waiting: number, turn: number) => number;
  /** What happens around a request; `turn` counts those of all processes from 0. */
  readonly around: (when: 'before' | 'after', turn: number, request: ApiRequest) => Promise<void>;
}

/** Runs the processes until all have ended. A request starts when the one before is through and all others wait. */
export async function inTurns(
  github: EmbeddedGitHub,
  processes: readonly Process[],
  { choose, around }: Turns,
): Promise<void> {
  const live = new Set(processes.map(({ login }) => login));
  const waiting: { readonly login: string; readonly go: () => void }[] = [];
  let busy = false;
  let turn = -1;
  const next = (): void => {
    if (busy || [...live].some((login) => waiting.every((one) => one.login !== login))) return;
    // In an order of their own, so that a choice means the same each time.
    waiting.sort((a, b) => (a.login < b.login ? -1 : 1));
    const [chosen] = waiting.splice(waiting.length === 0 ? 0 : choose(waiting.length, turn + 1), 1);
    if (chosen === undefined) return;
    busy = true;
    chosen.go();
  };
  const mine = ({ actor }: ApiRequest): string | undefined => [...live].find((login) => login === actor);
  const lift = [
    github.before(async (request) => {
      const login = mine(request);
      if (login === undefined) return;
      await new Promise<void>((go) => {
        waiting.push({ login, go });
        next();
      });
      turn += 1;
      await around('before', turn, request);
    }),
    github.after(async (request) => {
      if (mine(request) === undefined) return;
      await around('after', turn, request);
      busy = false;
      next();
    }),
  ];
  const end = (login: string): void => {
    live.delete(login);
    next();
  };
  try {
    await Promise.all(processes.map(({ login, work }) => work().finally(() => end(login))));
  } finally {
    for (const off of lift) off();
  }
}
