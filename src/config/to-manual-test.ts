// From a decoded manual test to the one that everything else reads.
import type { ManualTest } from '../domain/manual-test.ts';
import type { WrittenTest } from './schema/manual-tests.ts';

/** A test without a component belongs to that of its team. */
export function toManualTest({ component, author, ...test }: WrittenTest): ManualTest {
  return { ...test, component: component ?? test.team, author: author?.toLowerCase() };
}
