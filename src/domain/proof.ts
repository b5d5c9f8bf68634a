// What shows that a task is done: as a config says it, as single things to look for, and as they were found.
import type { Known } from './known.ts';

/** All that is named has to be there. */
export interface TaskProof {
  /** The tag of the release; of a train, those of all its lines. */
  readonly tag?: true | undefined;
  /** Its GitHub release, neither a draft nor a pre-release. */
  readonly release?: true | undefined;
  /** A page that answers. */
  readonly page?: string | undefined;
  /** File of a workflow whose newest run on the commit of the tag succeeded. */
  readonly workflow?: string | undefined;
}

/** One thing to look for. */
export type Evidence =
  | { readonly kind: 'tag'; readonly version: string }
  | { readonly kind: 'release'; readonly version: string }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'workflow'; readonly version: string; readonly file: string };

/** What a look found. What can't be read is neither there nor missing. */
export interface FoundEvidence {
  readonly name: string;
  readonly found: Known<{ readonly isThere: boolean; readonly link?: string | undefined }>;
}

/** In the order in which they come about. */
export function evidenceOf(proof: TaskProof, versions: readonly string[]): Evidence[] {
  const { tag, release, page, workflow: file } = proof;
  const each = <T>(what: (version: string) => T): T[] => versions.map(what);
  return [
    ...(tag === undefined ? [] : each((version) => ({ kind: 'tag' as const, version }))),
    ...(file === undefined ? [] : each((version) => ({ kind: 'workflow' as const, version, file }))),
    ...(release === undefined ? [] : each((version) => ({ kind: 'release' as const, version }))),
    ...(page === undefined ? [] : [{ kind: 'page' as const, page }]),
  ];
}

/** `tag v1.2.0`, `workflow v1.2.0 release.yml`: no version, file, or address has a space. */
export function evidenceName(evidence: Evidence): string {
  if (evidence.kind === 'page') return `page ${evidence.page}`;
  const file = evidence.kind === 'workflow' ? ` ${evidence.file}` : '';
  return `${evidence.kind} ${evidence.version}${file}`;
}

/** Undefined: it is the name of nothing. */
export function parseEvidence(name: string): Evidence | undefined {
  const [kind, first = '', file, ...more] = name.split(' ');
  if (first === '' || more.length > 0) return undefined;
  if (kind === 'workflow' && file !== undefined) return { kind, version: first, file };
  if (file !== undefined) return undefined;
  if (kind === 'page') return { kind, page: first };
  if (kind === 'tag') return { kind, version: first };
  return kind === 'release' ? { kind, version: first } : undefined;
}
