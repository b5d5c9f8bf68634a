// The section of a duty as it is for a release: with the variables of the release in its texts.
import type { Release } from '../domain/release.ts';
import type { TextPlace } from '../domain/text-place.ts';
import { fillSection, variablesIn } from '../schedule/variables/fill-section.ts';
import type { DutyContext } from './duty.ts';

/** A name without a value was a mistake of the config before any run: it keeps its braces here. */
export function filledFor<I extends DutyContext<unknown>>(
  release: Release,
  input: I,
  texts: readonly TextPlace[],
): I {
  const variables = variablesIn(input.source.spec, release);
  const place = { path: [], subject: '', tell: () => undefined };
  return { ...input, config: fillSection(input.config, texts, variables, place) };
}
