// Remembers what was read of artifacts: they never change, and a long-lived process sees the same ones in every run.
import type { TestOutcome } from '../../../domain/test-results.ts';
import type { GitHub } from '../../client.ts';

/** What one artifact held. */
export interface ReadArtifactBytes {
  /** Zipped. */
  readonly bytes: number;
  readonly tests: readonly TestOutcome[];
  /** What could not be read of it, in words. */
  readonly unread: readonly string[];
}

/** By repository and id of the artifact; GitHub gives no id twice. */
export interface ArtifactMemory {
  get(github: GitHub, id: number): ReadArtifactBytes | undefined;
  keep(github: GitHub, id: number, read: ReadArtifactBytes): void;
}

/** Tests of all remembered artifacts together, some 200 bytes each; one that is larger alone is not remembered. */
const MOST_TESTS = 200_000;

/** Artifacts that are remembered, small ones included. */
const MOST = 200;

/** A memory of its own; what was not asked for the longest goes first. */
export function rememberArtifacts(): ArtifactMemory {
  const known = new Map<string, ReadArtifactBytes>();
  let tests = 0;
  const forget = (name: string): void => {
    tests -= known.get(name)?.tests.length ?? 0;
    known.delete(name);
  };
  const put = (name: string, read: ReadArtifactBytes): void => {
    known.set(name, read);
    tests += read.tests.length;
  };
  return {
    get: (github, id) => {
      const name = nameOf(github, id);
      const found = known.get(name);
      if (found === undefined) return undefined;
      forget(name);
      put(name, found);
      return found;
    },
    keep: (github, id, read) => {
      if (read.tests.length > MOST_TESTS) return;
      const name = nameOf(github, id);
      forget(name);
      put(name, read);
      for (const oldest of known.keys()) {
        if (tests <= MOST_TESTS && known.size <= MOST) break;
        forget(oldest);
      }
    },
  };
}

function nameOf({ owner, repo }: GitHub, id: number): string {
  return `${owner}/${repo}/${id}`;
}
