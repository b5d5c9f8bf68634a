// What is frozen, and the exceptions with who asked and who decided: the section of the tracking issue.
import type { DesiredSection } from '../../domain/desired.ts';
import { type Release, hasSections, isOver } from '../../domain/release.ts';
import { branchesOf } from '../../domain/release-line.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Step } from './exceptions/state.ts';
import { freezeOf } from './freezes.ts';
import { DUTY, type FreezeInput, sightOf } from './input.ts';
import { render } from './render.ts';
import { renderSection } from './render-section.ts';

export function sectionsOf(
  steps: ReadonlyMap<string, readonly Step[]>,
  input: FreezeInput,
): DesiredSection[] {
  return input.releases
    .filter((release) => hasSections(release, input.now))
    .map((release) => ({
      kind: 'section',
      issue: trackingKey(release),
      name: DUTY,
      text: textOf(release, steps.get(release.version) ?? [], input),
      why: render.whySection(),
    }));
}

/** What was decided stays to be read until the end. */
function textOf(release: Release, steps: readonly Step[], input: FreezeInput): string {
  if (isOver(release, input.now)) return '';
  const sight = sightOf(input);
  const { main } = sight.branches;
  const names = [...input.config.branches, ...branchesOf(release), ...(main === undefined ? [] : [main])];
  const frozen = [...new Set(names)].flatMap((branch) => {
    const freeze = freezeOf(branch, sight);
    return freeze?.release.version === release.version ? [{ branch, freeze }] : [];
  });
  return renderSection(frozen, steps, input);
}
