// The webhooks that an App may ask for here.
// https://docs.github.com/webhooks/webhook-events-and-payloads

export const EVENTS: readonly string[] = [
  'check_run',
  'check_suite',
  'create',
  'delete',
  'deployment',
  'deployment_status',
  'issue_comment',
  'issues',
  'label',
  'milestone',
  'pull_request',
  'pull_request_review',
  'push',
  'release',
  'status',
  'sub_issues',
  'workflow_run',
];
