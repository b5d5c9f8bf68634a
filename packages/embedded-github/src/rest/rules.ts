// REST: the rules of a branch that rulesets give it; branch protection is not among them.
import type { Json } from '../model/json-object.ts';
import { type Answer, type Call, type Routes } from './call.ts';
import { findRepo } from './find.ts';
import { page } from './page.ts';

function list(call: Call): Answer {
  const repo = findRepo(call, 'metadata');
  const rule = repo.rules.get(call.params['branch'] ?? '');
  if (rule?.isRuleset !== true) return page(call, [], (one) => one);
  const from = { ruleset_source_type: 'Repository', ruleset_source: repo.fullName, ruleset_id: 1 };
  const { requiredReviews, requiredChecks } = rule;
  const rules: Json[] = [
    ...(requiredReviews > 0
      ? [{ type: 'pull_request', parameters: reviewParameters(requiredReviews), ...from }]
      : []),
    ...(requiredChecks.length > 0
      ? [{ type: 'required_status_checks', parameters: checkParameters(requiredChecks), ...from }]
      : []),
  ];
  return page(call, rules, (one) => one);
}

function reviewParameters(required: number): Json {
  return {
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_approving_review_count: required,
    required_review_thread_resolution: false,
  };
}

function checkParameters(required: readonly string[]): Json {
  return {
    required_status_checks: required.map((context) => ({ context })),
    strict_required_status_checks_policy: false,
  };
}

export const ruleRoutes: Routes = { 'GET /repos/{owner}/{repo}/rules/branches/{branch}': list };
