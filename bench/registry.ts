// Every measure, one line each.
import type { Measure } from './measure.ts';
import { appAnswer } from './measures/app-answer.ts';
import { appDelivery } from './measures/app-delivery.ts';
import { appStart } from './measures/app-start.ts';
import { bundleSize } from './measures/bundle-size.ts';
import { coldStart } from './measures/cold-start.ts';
import { hostileConfigs } from './measures/hostile-configs.ts';
import { junitFile } from './measures/junit-file.ts';
import { manyComments } from './measures/many-comments.ts';
import { oneWebhook } from './measures/one-webhook.ts';
import { openPulls } from './measures/open-pulls.ts';
import { pureSteps } from './measures/pure-steps.ts';
import { repositoryTicks } from './measures/repository-ticks.ts';
import { requests } from './measures/requests.ts';
import { unsignedPost } from './measures/unsigned-post.ts';
import { workbook } from './measures/workbook.ts';

export const MEASURES: readonly Measure[] = [
  requests,
  openPulls,
  oneWebhook,
  manyComments,
  repositoryTicks,
  bundleSize,
  coldStart,
  appStart,
  appDelivery,
  appAnswer,
  unsignedPost,
  hostileConfigs,
  junitFile,
  workbook,
  pureSteps,
];
