// What tests let happen around a request: people who come in between, and faults.
import type { ApiRequest } from './request.ts';

export type Hook = (request: ApiRequest) => void | Promise<void>;

export interface FaultRule {
  readonly match: (request: ApiRequest) => boolean;
  /** How many matching requests it hits. */
  readonly times: number;
  /**
   * `error-before`: nothing is done. `error-after`: it is done, but the answer is an error.
   * `drop`: nothing is done and the connection breaks. `drop-after`: it is done and the connection breaks.
   * `secondary-limit`: 403 with Retry-After, nothing is done.
   * `refuse-field`: one field of a mutation is refused, the others are carried out.
   * `stale`: a read is answered as it was the last time, as by a replica that lags behind.
   * `empty`: a read is answered with empty lists.
   */
  readonly kind:
    | 'error-before'
    | 'error-after'
    | 'drop'
    | 'drop-after'
    | 'secondary-limit'
    | 'refuse-field'
    | 'stale'
    | 'empty';
  /** The place of the field that is refused, from 0; default 0. */
  readonly field?: number;
  /** Of the error; default 502. */
  readonly status?: number;
  /** Seconds; default 60. */
  readonly retryAfter?: number;
}

/** Holds hooks and faults; requests made by hand pass untouched. */
export class Interference {
  private readonly hooks = { before: new Set<Hook>(), after: new Set<Hook>() };
  private faults: { readonly rule: FaultRule; left: number }[] = [];

  /** Adds a hook and returns what removes it. */
  add(when: 'before' | 'after', hook: Hook): () => void {
    // Wrapped, so that the same function added twice runs twice.
    const own: Hook = (request) => hook(request);
    this.hooks[when].add(own);
    return () => this.hooks[when].delete(own);
  }

  addFault(rule: FaultRule): void {
    this.faults.push({ rule, left: rule.times });
  }

  /** Runs the hooks one after another. */
  async run(when: 'before' | 'after', request: ApiRequest): Promise<void> {
    if (request.byHand) return;
    for (const hook of this.hooks[when]) {
      // oxlint-disable-next-line no-await-in-loop
      await hook(request);
    }
  }

  /** The fault that hits this request, if any; it is used up by that. */
  take(request: ApiRequest): FaultRule | undefined {
    if (request.byHand) return undefined;
    const hit = this.faults.find(({ rule, left }) => left > 0 && rule.match(request));
    if (hit === undefined) return undefined;
    hit.left -= 1;
    this.faults = this.faults.filter(({ left }) => left > 0);
    return hit.rule;
  }

  clearFaults(): void {
    this.faults = [];
  }

  clear(): void {
    this.hooks.before.clear();
    this.hooks.after.clear();
    this.clearFaults();
  }
}
