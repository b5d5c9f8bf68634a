// What is missing in the repositories that the App looks after, as the last check of each found it.
import type { Instant } from '../domain/day.ts';
import { shorten } from '../text/shorten.ts';

/** One thing that a config needs and that is not there. */
export interface Finding {
  /** `Permissions: issues: write` */
  readonly what: string;
  readonly found: string;
  /** What does not work without it. */
  readonly lost: readonly string[];
  readonly fix?: string | undefined;
  /** Where that is done. */
  readonly link?: string | undefined;
}

export interface Findings {
  /** Takes what a check found; answers what was not known of this repository before. */
  keep(repository: string, found: readonly Finding[], at: Instant): readonly Finding[];
  forget(repository: string): void;
  /** Whether something was missing there. */
  has(repository: string): boolean;
  /** Repositories in which something is missing, and things in all of them. */
  count(): { readonly repositories: number; readonly things: number };
  /** So many, those that were checked last first; `left` says how many more there are. */
  list(): { readonly shown: readonly Listed[]; readonly left: number };
}

export interface Listed extends Finding {
  readonly repository: string;
  /** When it was found; milliseconds since 1970. */
  readonly at: Instant;
}

/** Of one repository so many are kept, and of all so many are listed: the page stays below 200 KB. */
const EACH = 20;
const MOST = 100;

/** Milliseconds: three days. */
const OLD = 3 * 86_400_000;

/** Characters of one text. */
const LONGEST = 300;

export function startFindings(): Findings {
  const kept = new Map<string, { readonly found: readonly Finding[]; readonly at: Instant }>();
  const things = (): number => [...kept.values()].reduce((sum, { found }) => sum + found.length, 0);
  return {
    keep(repository, all, at) {
      const known = new Set((kept.get(repository)?.found ?? []).map(keyOf));
      const found = all.slice(0, EACH).map(bounded);
      kept.delete(repository);
      // What is missing is looked for every day: nobody looks at these repositories any more.
      for (const [name, { at: then }] of kept) if (at - then > OLD) kept.delete(name);
      if (found.length > 0) kept.set(repository, { found, at });
      return found.filter((one) => !known.has(keyOf(one)));
    },
    forget: (repository) => void kept.delete(repository),
    has: (repository) => kept.has(repository),
    count: () => ({ repositories: kept.size, things: things() }),
    list() {
      const all = [...kept]
        .toReversed()
        .flatMap(([repository, { found, at }]) => found.map((one) => ({ repository, at, ...one })));
      return { shown: all.slice(0, MOST), left: Math.max(0, all.length - MOST) };
    },
  };
}

function bounded({ what, found, lost, fix, link }: Finding): Finding {
  return {
    what: shorten(what, LONGEST),
    found: shorten(found, LONGEST),
    lost: lost.slice(0, 5).map((one) => shorten(one, LONGEST)),
    fix: fix === undefined ? undefined : shorten(fix, LONGEST),
    link: link !== undefined && link.length <= 1000 ? link : undefined,
  };
}

function keyOf({ what, found }: Finding): string {
  return `${what}\n${found}`;
}

/** One line for the log. */
export function findingLine({ what, found, lost, fix, link }: Finding): string {
  const parts = [
    `${what}: ${found}.`,
    ...(lost.length === 0 ? [] : [`Without it: ${lost.join('; ')}.`]),
    ...(fix === undefined ? [] : [fix]),
    ...(link === undefined ? [] : [link]),
  ];
  return parts.join(' ');
}
