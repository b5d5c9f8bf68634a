// Ways in which a GitHub answers less than relcomms needs, each with what is lost, its fix and its page.
import { CONFIG, PATH, SEED, type World } from './healthy-world.ts';
import type { Way } from './way.ts';

const WORKFLOWS = /\/acme\/demo\/tree\/HEAD\/\.github\/workflows$/;
const REFUSED = /^GitHub does not show it: Resource not accessible by integration$/;

const refusing = (field: string) => (world: World) => world.github.setQuirks({ refusedFields: [field] });

/** A query of about as many points as issues are asked for. */
const costly = (issues: number): string => `query { repository(owner: "acme", name: "demo") {
  issues(first: ${issues}) { nodes { comments(first: 100) { nodes { reactions(first: 1) { totalCount } } } } }
} }`;

const AFTER = `tasks:
  - { id: theme, title: Theme, week: 1 }
  - { id: post, title: Post, week: 2, after: [theme] }
`;

export const ANSWERS: readonly Way[] = [
  {
    name: 'an App that is not shown which teams were asked',
    breaks: ({ github, appEnv }) => {
      const all = { contents: 'write', issues: 'write', pull_requests: 'write', checks: 'write' };
      github.setInstallation('acme', { permissions: { ...all, statuses: 'read', actions: 'read' } });
      return appEnv;
    },
    expected: {
      subject: 'Answers requestedReviewer of pull requests',
      found: REFUSED,
      lost: /^which teams were asked for a review is not known/,
      fix: /^Add "members: read" to the App relcomms, then accept it in the installation\.$/,
      link: /\/settings\/apps\/relcomms\/permissions$/,
    },
  },
  {
    name: 'a workflow that is never shown which teams were asked',
    expected: {
      subject: 'Answers requestedReviewer of pull requests',
      state: 'limited',
      found: REFUSED,
      lost: /^which teams were asked for a review is not known/,
      fix: /^Leave it so, or run relcomms as an App, which may read it\.$/,
      link: /\/organizations\/acme\/settings\/installations$/,
    },
  },
  {
    name: 'for which team somebody approved is not shown',
    breaks: ({ github, appEnv }) => {
      github.setQuirks({ refusedFields: ['PullRequestReview.onBehalfOf'] });
      return appEnv;
    },
    expected: {
      subject: 'Answers onBehalfOf of pull requests',
      found: REFUSED,
      lost: /^for which team somebody approved is not known/,
      fix: /^The App has "members": look which rule of acme holds it back\.$/,
      link: /\/installations\/\d+$/,
    },
  },
  {
    name: 'the checks of a pull request are not shown',
    breaks: refusing('StatusCheckRollup.contexts'),
    expected: {
      subject: 'Answers contexts of pull requests',
      found: REFUSED,
      lost: /^whether required checks fail is not known/,
      fix: /^Set "checks: read" under "permissions" of the workflow\.$/,
      link: WORKFLOWS,
    },
  },
  {
    name: 'the statuses of a commit are not shown',
    breaks: refusing('Commit.status'),
    expected: {
      subject: 'Answers status of pull requests',
      found: REFUSED,
      lost: /^jobs that report as statuses are not watched/,
      fix: /^Set "statuses: read" under "permissions" of the workflow\.$/,
      link: WORKFLOWS,
    },
  },
  {
    name: 'the workflow of a job is not shown',
    breaks: refusing('CheckSuite.workflowRun'),
    expected: {
      subject: 'Answers workflowRun of pull requests',
      found: REFUSED,
      lost: /^which workflow a job belongs to is not known/,
      fix: /^Set "actions: read" under "permissions" of the workflow\.$/,
      link: WORKFLOWS,
    },
  },
  {
    name: 'the pull request of a commit is not shown',
    breaks: refusing('Commit.associatedPullRequests'),
    expected: {
      subject: 'Answers associatedPullRequests of pull requests',
      found: REFUSED,
      lost: /^who brought a change is not known/,
      fix: /^Set "pull-requests: read" under "permissions" of the workflow\.$/,
      link: WORKFLOWS,
    },
  },
  {
    name: 'no pull request to try it with',
    seed: { pulls: [] },
    expected: {
      subject: 'Answers pull requests, not tried',
      state: 'unknown',
      found:
        /^among the newest there is none to try it with: a pull request that asks for a review, a review,/,
      fix: /^Run this again once there is one\.$/,
    },
  },
  {
    name: 'a GitHub whose GraphQL finds no issues of bots by their author',
    options: { createdByMissesBots: true },
    expected: {
      subject: 'Answers issues by their author',
      state: 'limited',
      found: /^GraphQL finds no issue of github-actions\[bot\], though REST lists some$/,
      lost: /^each run looks for them a second way/,
      fix: /^See that the issues are there\. Nothing else has to be done\.$/,
      link: /\/acme\/demo\/issues\?q=is%3Aissue%20author%3Agithub-actions%5Bbot%5D$/,
    },
  },
  {
    name: 'an edit history that holds changes instead of texts',
    breaks: ({ github }) => github.setQuirks({ editsHoldChanges: true }),
    expected: {
      subject: 'Answers edit history',
      found: /^the newest version of #\d+ in it is not its text$/,
      lost: /^relcomms cannot put back what a person wrote/,
      fix: /^Compare both on the issue\./,
      link: /\/acme\/demo\/issues\/\d+$/,
    },
  },
  {
    name: 'comments that relcomms may not fold',
    breaks: ({ github, appEnv }) => {
      github.setInstallation('acme', { permissions: { contents: 'write', issues: 'read' } });
      return appEnv;
    },
    expected: {
      subject: 'Answers fold comments',
      found: /^GitHub does not let relcomms do it$/,
      lost: /^outdated comments of relcomms stay open$/,
      fix: /^Add "issues: write" to the App relcomms, then accept it in the installation\.$/,
      link: /\/settings\/apps\/relcomms\/permissions$/,
    },
  },
  {
    name: 'a conversation in which nobody may react',
    breaks: ({ github, appEnv }) => {
      github.setQuirks({ noReactions: true });
      return appEnv;
    },
    expected: {
      subject: 'Answers react to comments',
      found: /^GitHub does not let relcomms do it$/,
      lost: /^commands get no 👍 or 👀/,
      fix: /^Unlock the conversation, if it is locked\.$/,
      link: /#issuecomment-\d+$/,
    },
  },
  {
    name: 'rules of a branch that are not shown',
    breaks: ({ github }) =>
      github.fault({
        match: ({ operation }) => operation === 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
        times: 1,
        kind: 'error-before',
        status: 403,
      }),
    expected: {
      subject: 'Answers rules of main',
      state: 'limited',
      found: /^GitHub does not show them \(Server Error, 403\)$/,
      lost: /^that a branch takes pull requests only shows when a write is refused$/,
      fix: /^Set "metadata: read" under "permissions" of the workflow\.$/,
      link: WORKFLOWS,
    },
  },
  {
    name: 'an organization without the field Target date',
    seed: { issueFields: [{ name: 'Effort', type: 'number' }] },
    expected: {
      subject: 'Answers Target date',
      state: 'limited',
      found: /^acme has no issue field "Target date" for dates$/,
      lost: /^task issues have no Target date$/,
      fix: /^Add the date field "Target date" to the issue fields of the organization, or leave it so\.$/,
      link: /\/organizations\/acme\/settings\/issue-fields$/,
    },
  },
  {
    name: 'a server without issue dependencies',
    seed: { files: { ...SEED.files, [PATH]: `${CONFIG}${AFTER}` } },
    breaks: ({ github }) =>
      github.fault({
        kind: 'error-before',
        times: 1000,
        status: 404,
        match: ({ operation }) => operation.endsWith('/dependencies/blocked_by'),
      }),
    expected: {
      subject: 'Answers issue dependencies',
      state: 'limited',
      found: /^not available here \(.+\)$/,
      lost: /^only the texts of task issues say what comes first/,
      fix: /^Leave it so\. GitHub Enterprise Server has them in newer versions\.$/,
      link: /\/acme\/demo\/issues$/,
    },
  },
  {
    name: 'a request that GitHub is about to end',
    breaks: ({ github }) =>
      github.setQuirks({ sunsets: { 'GET /repos/{owner}/{repo}/issues': '2047-03-10T12:00:00Z' } }),
    expected: {
      subject: 'Answers GET /repos/{owner}/{repo}/issues',
      state: 'limited',
      found: /^GitHub will no longer answer it from Sun 10 Mar 2047 on$/,
      lost: /^what this request is for stops working then$/,
      fix: /^Update relcomms before\./,
      link: /^https:\/\/docs\.github\.com\/rest\/about-the-rest-api\/breaking-changes$/,
    },
  },
  {
    name: 'a mention of a team that stays plain text',
    breaks: ({ github, appEnv }) => {
      github.setQuirks({ plainTeams: true });
      return appEnv;
    },
    expected: {
      subject: 'Answers mentions of teams',
      found: /^@acme\/api is plain text in a comment of relcomms$/,
      lost: /^nobody on the team is notified$/,
      fix: /^Make the team visible, and give it access to the repository\.$/,
      link: /\/orgs\/acme\/teams$/,
    },
  },
  {
    name: 'a budget that others have used up',
    options: { limits: true },
    breaks: async ({ github, env }) => {
      for (const issues of [...Array.from({ length: 9 }, () => 100), 25]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
        await fetch(`${github.url}/graphql`, {
          method: 'POST',
          headers: { authorization: `Bearer ${env['GITHUB_TOKEN']}` },
          body: JSON.stringify({ query: costly(issues) }),
        });
      }
    },
    expected: {
      subject: 'Look budget of an hour',
      state: 'limited',
      found: /^a look takes \d+ requests and \d+ points; \d+ of 1000 points are left$/,
      lost: /^runs wait until GitHub lets them continue$/,
      fix: /^Give relcomms a token that nothing else uses\./,
      link: /^https:\/\/docs\.github\.com\/graphql\/overview\//,
    },
  },
  {
    name: 'an artifact that no workflow leaves',
    seed: { commits: [{ jobs: { build: 'success' }, artifacts: { logs: Buffer.from('PK') } }] },
    expected: {
      subject: 'Names artifact junit',
      found: /^no newer run of a workflow has left one of this name$/,
      lost: /^single tests are not known, only jobs$/,
      fix: /^Upload the reports under this name, or correct "failing-tests\.artifacts"\.$/,
      link: /\/acme\/demo\/actions$/,
    },
  },
  {
    name: 'no workflow run yet that could leave one',
    seed: { commits: [] },
    expected: {
      subject: 'Names artifacts',
      state: 'unknown',
      found: /^no workflow has left an artifact yet, so junit could not be looked for$/,
      fix: /^Run this again after a run of the workflow with the tests\.$/,
    },
  },
  {
    name: 'a watched path that matches nothing',
    seed: { files: { ...SEED.files, [PATH]: CONFIG.replace('src/api/**', 'source/api/**') } },
    expected: {
      subject: 'Names path source/api/**',
      found: /^it matches no file of the default branch$/,
      lost: /^no pull request belongs to anything by it$/,
      fix: /^Correct the path in "teams\.api\.paths": it is written as in CODEOWNERS\.$/,
      link: /\/acme\/demo\/find\/HEAD$/,
    },
  },
  {
    name: 'a wiki without a first page',
    breaks: async ({ wiki }) => {
      await wiki.git(['update-ref', '-d', 'refs/heads/master']);
    },
    expected: {
      subject: 'Names wiki',
      found: /^The repository has no wiki yet, or the token cannot see it$/,
      lost: /^the page is not written$/,
      fix: /^Switch the wiki on and write its first page by hand\.$/,
      link: /\/acme\/demo\/wiki\/_new$/,
    },
  },
  {
    name: 'a page of the wiki in another format',
    breaks: ({ wiki }) => wiki.write({ 'Release-2.0.0.asciidoc': '= Release' }),
    expected: {
      subject: 'Names wiki page Release 2.0.0',
      found: /^The page is not written in Markdown$/,
      lost: /^the page is not written$/,
      fix: /^Change its format, or name another page\.$/,
      link: /\/acme\/demo\/wiki\/Release-2\.0\.0$/,
    },
  },
];
