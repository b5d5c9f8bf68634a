// What each read was answered the last time, for reads that a replica answers which lags behind.
import type { ApiRequest } from './request.ts';
import type { Answer } from './rest/call.ts';

/** Reads that are remembered; the oldest is forgotten first. */
const MOST = 100;

export class FormerAnswers {
  private readonly answers = new Map<string, Answer>();

  /** Keeps the answer of a read, and gives back the one before it; of a write, or the first time, the same one. */
  swap(request: ApiRequest, answer: Answer): Answer {
    if (request.write || request.byHand || answer.status !== 200) return answer;
    const key = JSON.stringify([request.actor, request.method, request.url, request.body]);
    const last = this.answers.get(key) ?? answer;
    this.answers.delete(key);
    this.answers.set(key, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > MOST && oldest !== undefined) this.answers.delete(oldest);
    return last;
  }

  clear(): void {
    this.answers.clear();
  }
}
