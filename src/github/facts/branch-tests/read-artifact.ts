// The shape of what reads an artifact with test reports.
import type { TestOutcome } from '../../../domain/test-results.ts';

/** From the bytes of a zip, or of a plain XML file, to the tests in it, and what of it could not be read, in words. */
export type ReadArtifact = (
  bytes: Uint8Array,
) => Promise<{ readonly tests: readonly TestOutcome[]; readonly unread: readonly string[] }>;
