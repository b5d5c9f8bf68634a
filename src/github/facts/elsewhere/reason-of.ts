// Why GitHub does not show another repository, as far as people can do something about it.
import type { UnreadReason } from '../../../domain/elsewhere.ts';
import { isLimit, statusOf } from '../../failure.ts';
import { isGraphqlFailure } from '../../graphql.ts';

export function reasonOf(error: unknown): UnreadReason {
  if (isLimit(error)) return 'limit';
  const words = error instanceof Error ? error.message : '';
  if (/\binstallation has been suspended\b/i.test(words)) return 'suspended';
  if (isGraphqlFailure(error)) return ofTypes(error.errors.map(({ type = '' }) => type));
  const status = statusOf(error);
  if (status === 404) return 'missing';
  return status === 401 || status === 403 ? 'refused' : 'failed';
}

function ofTypes(types: readonly string[]): UnreadReason {
  if (types.includes('RATE_LIMITED')) return 'limit';
  if (types.includes('NOT_FOUND')) return 'missing';
  return types.includes('FORBIDDEN') ? 'refused' : 'failed';
}
