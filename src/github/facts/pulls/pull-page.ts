// A page of pull requests, and what of its list GitHub left out.
import { type PartialAnswer, holesBelow, whyMissing } from '../../graphql.ts';
import type { RawPull } from './pull-fields.ts';

export interface PullPage {
  readonly nodes: readonly (RawPull | null)[] | null;
}

/** Why there is no page, or one without its list; undefined: it is there. */
export function whyNoPage(answer: PartialAnswer, field: string): string | undefined {
  const { data, holes = [], failed } = answer;
  const why = whyMissing(answer, field);
  const page = data[field] as PullPage | null | undefined;
  if (why !== undefined || page === null || page === undefined || Array.isArray(page.nodes)) return why;
  const [hole] = holesBelow(holes, field, 'nodes');
  return hole?.why ?? failed.get(field) ?? 'GitHub gave no list of pull requests';
}

/** Open pull requests of which not even the number is there. */
export function leftOut({ data }: PartialAnswer): number {
  const page = data['open'] as PullPage | null | undefined;
  return (page?.nodes ?? []).filter((node) => node === null).length;
}

export function leftWords({ holes = [] }: PartialAnswer, left: number): string {
  const [hole] = holesBelow(holes, 'open', 'nodes');
  const words = `GitHub leaves out ${left} of the open pull requests`;
  return hole === undefined ? words : `${words}: ${hole.why}`;
}
