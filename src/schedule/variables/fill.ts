// Puts values in the place of `{name}` in what a config says of tasks and milestones.
import { nearest } from '../../domain/nearest.ts';
import type { Path, Problem } from '../../domain/problem.ts';

/** Values by name, plain text. A name without a value has the reason why. */
export type Variables = ReadonlyMap<string, string | { readonly missing: string; readonly fix: string }>;

/** `{version}`. `{{version}}` stands for itself, and so do `${version}` and everything that is no name. */
const PLACE = /\{\{([a-z][a-z0-9-]*)\}\}|(?<![{$])\{([a-z][a-z0-9-]*)\}(?!\})/g;

/** Reports what can't be filled in; the place keeps its braces. */
export type Tell = (problem: Problem) => void;

export interface Place {
  readonly path: Path;
  /** What it belongs to, for messages: `Task "theme" of 1.10.0`. */
  readonly subject: string;
  readonly tell: Tell;
}

/** A text of one or more lines. Values are plain text: whoever writes the text somewhere escapes it there. */
export function fillText(text: string, variables: Variables, place: Place): string {
  return fill(text, variables, place, (value) => value);
}

/** An address: values are encoded, so that none of them adds a part to it. */
export function fillLink(link: string, variables: Variables, place: Place): string {
  return fill(link, variables, place, (value) => encodeURIComponent(Buffer.from(value).toString()));
}

function fill(text: string, variables: Variables, place: Place, write: (value: string) => string): string {
  return text.replaceAll(PLACE, (whole, literal: string | undefined, name: string | undefined) => {
    if (literal !== undefined) return `{${literal}}`;
    const value = variables.get(name ?? '');
    if (typeof value === 'string') return write(value);
    place.tell(
      value === undefined ? unknown(name ?? '', variables, place) : missing(name ?? '', value, place),
    );
    return whole;
  });
}

function unknown(name: string, variables: Variables, { path, subject }: Place): Problem {
  const meant = nearest(name, [...variables.keys()]);
  return {
    code: 'unknown-variable',
    severity: 'error',
    path,
    message: `${subject} uses {${name}}, which has no value.`,
    fix:
      meant === undefined
        ? `Write its value under "vars", or {{${name}}} for the word in braces.`
        : `Did you mean {${meant}}? For the word in braces write {{${name}}}.`,
  };
}

function missing(
  name: string,
  { missing: why, fix }: { readonly missing: string; readonly fix: string },
  { path, subject }: Place,
): Problem {
  return {
    code: 'missing-variable',
    severity: 'error',
    path,
    message: `${subject} uses {${name}}, but ${why}.`,
    fix,
  };
}
