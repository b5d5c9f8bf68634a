// What a tracking issue needs of its repository: its labels, and the GitHub milestone of the release.
import type { Desired, DesiredMilestone } from '../../domain/desired.ts';
import type { Release } from '../../domain/release.ts';
import type { DutyContext } from '../duty.ts';
import { filledFor } from '../filled-for.ts';
import { type TrackingIssueConfig, texts } from './config.ts';
import { labelColor, render } from './render.ts';

/** Those of the section, and those of the kind of release. */
export function labelNames(context: DutyContext<TrackingIssueConfig>, release: Release): readonly string[] {
  const { config } = filledFor(release, context, texts);
  return [...new Set([...config.labels, ...(release.labels ?? [])])];
}

export function labelsFor(context: DutyContext<TrackingIssueConfig>, release: Release): Desired[] {
  return labelNames(context, release).map((name) => ({
    kind: 'label',
    name,
    color: labelColor(name),
    description: render.labelDescription(),
    why: render.whyLabel(),
  }));
}

export function milestoneFor(release: Release): DesiredMilestone {
  return {
    kind: 'milestone',
    title: release.version,
    description: render.milestoneDescription(release),
    dueOn: release.release,
    why: render.whyMilestone(release),
  };
}
