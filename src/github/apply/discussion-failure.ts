// Why a discussion could not be written: in our words, each with its fix.
import type { SendFailure } from '../../domain/notice.ts';
import { isAmbiguous, statusOf } from '../failure.ts';
import { isHeld } from '../held.ts';

/** GraphQL's words for a refusal; an error without one says nothing of what was done. */
const REFUSALS = new Set(['FORBIDDEN', 'INSUFFICIENT_SCOPES', 'NOT_FOUND', 'RATE_LIMITED', 'UNPROCESSABLE']);

/** `read`: nothing was written, whatever became of the request. Throws on what was held back. */
export function discussionFailure(error: unknown, request: 'read' | 'write'): SendFailure {
  if (isHeld(error)) throw error;
  const type = refusalOf(error);
  const certain = request === 'read' || type !== undefined || !isAmbiguous(error);
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES' || statusOf(error) === 403)
    return failed(
      'forbidden',
      'GitHub does not let relcomms write discussions; give it the permission discussions: write.',
    );
  // The same code as Slack's: somebody has deleted it.
  if (type === 'NOT_FOUND')
    return failed(
      'message_not_found',
      'The discussion or its category is gone, or relcomms may not see it; look whether it has discussions: write.',
    );
  const code = (type ?? String(statusOf(error) ?? 'no-answer')).toLowerCase();
  const line = certain
    ? `GitHub did not take the discussion (${code}); it is tried again later.`
    : `GitHub gave no clear answer (${code}); look whether the discussion is there.`;
  return { kind: 'failed', code, line, certain };
}

export function failed(code: string, line: string): SendFailure {
  return { kind: 'failed', code, line, certain: true };
}

/** Undefined when GitHub did not say why. */
function refusalOf(error: unknown): string | undefined {
  const { errors } = (error ?? {}) as { errors?: unknown };
  const types = Array.isArray(errors) ? errors.map((one: { type?: unknown }) => String(one?.type)) : [];
  return types.find((type) => REFUSALS.has(type));
}
