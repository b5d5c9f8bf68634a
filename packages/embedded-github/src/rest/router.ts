// Finds the route of a request by method and path.
import { actionsRoutes } from './actions.ts';
import { appManifestRoutes } from './app-manifests.ts';
import { appRoutes } from './app.ts';
import type { Route } from './call.ts';
import { checkRoutes } from './checks.ts';
import { commentRoutes } from './comments.ts';
import { contentRoutes } from './contents.ts';
import { deploymentRoutes } from './deployments.ts';
import { emulatedRoutes } from './emulated.ts';
import { issueFieldRoutes } from './issue-fields.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { milestoneRoutes } from './milestones.ts';
import { pullRoutes } from './pulls.ts';
import { reactionRoutes } from './reactions.ts';
import { releaseRoutes } from './releases.ts';
import { repositoryRoutes } from './repositories.ts';
import { ruleRoutes } from './rules.ts';
import { statusRoutes } from './statuses.ts';
import { dependencyRoutes } from './dependencies.ts';
import { subIssueRoutes } from './sub-issues.ts';

interface Entry {
  readonly operation: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly route: Route;
}

export interface Match {
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly route: Route;
}

/** Parameters that may hold slashes. */
const GREEDY = new Set(['path', 'ref', 'branch', 'tag']);

const entries: readonly Entry[] = Object.entries({
  ...issueRoutes,
  ...commentRoutes,
  ...labelRoutes,
  ...milestoneRoutes,
  ...dependencyRoutes,
  ...subIssueRoutes,
  ...issueFieldRoutes,
  ...reactionRoutes,
  ...contentRoutes,
  ...pullRoutes,
  ...checkRoutes,
  ...actionsRoutes,
  ...releaseRoutes,
  ...repositoryRoutes,
  ...appRoutes,
  ...appManifestRoutes,
  ...ruleRoutes,
  ...statusRoutes,
  ...deploymentRoutes,
  ...emulatedRoutes,
})
  .map(([operation, route]) => entryOf(operation, route))
  // Few parameters are more exact, and so is the longer of two templates.
  .toSorted((a, b) => a.names.length - b.names.length || b.operation.length - a.operation.length);

/** Every operation that has a route. */
export const operations: readonly string[] = entries.map((entry) => entry.operation);

export function matchRoute(method: string, path: string): Match | undefined {
  for (const entry of entries) {
    const found = entry.method === method ? entry.pattern.exec(path) : null;
    if (found === null) continue;
    const values = entry.names.map(
      (name, index) => [name, decodeURIComponent(found[index + 1] ?? '')] as const,
    );
    return { operation: entry.operation, params: Object.fromEntries(values), route: entry.route };
  }
  return undefined;
}

function entryOf(operation: string, route: Route): Entry {
  const [method = '', template = ''] = operation.split(' ');
  const names: string[] = [];
  const source = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return GREEDY.has(name) ? '(.+)' : '([^/]+)';
  });
  return { operation, method, names, route, pattern: new RegExp(`^${source}$`) };
}
