// The title of the page of a release: its version, or what else is known of it and never moves.
import type { Release } from '../../domain/release.ts';
import { fillText } from '../../schedule/variables/fill.ts';
import { minorOf } from '../../domain/minor-of.ts';

/** A day would give the page another name with each slip. */
export const TITLE_VARIABLES = ['version', 'minor', 'title'] as const;

/** `VERSION` is an older way to write `{version}`. */
export function pageTitle(template: string, { version, title }: Pick<Release, 'version' | 'title'>): string {
  return filled(
    template,
    new Map([
      ['version', version],
      ['minor', minorOf(version)],
      ['title', title],
    ]),
  ).title;
}

/** Names in braces that have no value. */
export function unknownVariables(template: string): readonly string[] {
  return filled(template, new Map(TITLE_VARIABLES.map((name) => [name, name]))).unknown;
}

function filled(template: string, variables: ReadonlyMap<string, string>) {
  const unknown: string[] = [];
  const place = { path: [], subject: '', tell: ({ message }: { message: string }) => unknown.push(message) };
  const text = fillText(template.replaceAll('VERSION', '{version}'), variables, place);
  return { title: text, unknown: unknown.flatMap((message) => /\{(\S+)\}/.exec(message)?.[1] ?? []) };
}
