// What a tracking issue needs of its repository: its labels, and the GitHub milestone of the release.
import type { Desired, DesiredMilestone } from '../../domain/desired.ts';
import type { Release } from '../../domain/release.ts';
import type { TrackingIssueConfig } from './config.ts';
import { labelColor, render } from './render.ts';

export function labelsFor(config: TrackingIssueConfig): Desired[] {
  return config.labels.map((name) => ({
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
