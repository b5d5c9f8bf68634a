// Scenario: the thirteen weeks of Kubernetes v1.18.0.
import config from '../../.github/relcomms.yml';
import type { Scenario } from './scenario.ts';

export const kubernetes: Scenario = {
  id: 'kubernetes',
  title: 'Kubernetes v1.18.0, thirteen weeks',
  about: 'The published timeline of a real release with the tasks of its communications team.',
  config,
};
