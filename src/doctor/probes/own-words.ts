// What GitHub tells of texts of ours: who wrote them, what stood in them, and what may be done with them.
import { isWorkflow } from '../../github/accounts.ts';
import { queryRepository, whyMissing } from '../../github/graphql.ts';
import { present } from '../../github/present.ts';
import { teamsIn } from '../../text/team-mentions.ts';
import { type Checkup, broken, limited, ok, unknown } from '../checkup.ts';
import { isGranted, mendRight } from '../mend-right.ts';
import { pageOf } from '../where.ts';
import type { Place } from './place.ts';
import { notTried } from './pull-fields.ts';

/** Issues of ours that are looked at, and comments on each. */
const ISSUES = 5;
const COMMENTS = 20;

interface RawComment {
  readonly databaseId: number | null;
  readonly url: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
  readonly viewerCanMinimize: boolean | null;
  readonly viewerCanReact: boolean | null;
}

interface RawIssue {
  readonly number: number;
  readonly url: string;
  readonly body: string;
  readonly userContentEdits: {
    readonly nodes: readonly ({ readonly diff: string | null } | null)[] | null;
  } | null;
  readonly comments: { readonly nodes: readonly (RawComment | null)[] | null } | null;
}

/** One request for the issues by REST, one for the rest, and one for a comment that mentions a team. */
export async function ownWordCheckups(place: Place): Promise<readonly Checkup[]> {
  const numbers = await listed(place);
  if (numbers.length === 0) return [notTried('texts of relcomms, not tried', ['an issue of relcomms'])];
  const parts = numbers.map(
    (number) => `issue${number}: issue(number: ${number}) {
      number url body userContentEdits(first: 1) { nodes { diff } }
      comments(first: ${COMMENTS}) { nodes { databaseId url body viewerDidAuthor viewerCanMinimize viewerCanReact } }
    }`,
  );
  const query = `query RelcommsDoctorOwn($owner: String!, $name: String!, $viewer: String!) {
  repository(owner: $owner, name: $name) {
    own: issues(first: 1, filterBy: { createdBy: $viewer }) { nodes { number } }
    ${parts.join('\n    ')}
  }
}`;
  const answer = await queryRepository(place.github, query, { viewer: place.viewer });
  const issues = present(numbers.map((number) => (answer.data[`issue${number}`] ?? null) as RawIssue | null));
  const comments = issues
    .flatMap(({ comments: own }) => present(own?.nodes))
    .filter(({ viewerDidAuthor }) => viewerDidAuthor);
  const byAuthor = answer.data['own'] as { readonly nodes: readonly unknown[] | null } | null | undefined;
  return [
    judgeAuthors((byAuthor?.nodes ?? []).length, whyMissing(answer, 'own'), place),
    ...judgeEdits(issues, answer.holes?.find(({ path }) => path.includes('userContentEdits'))?.why),
    ...judgeComments(comments, place),
    ...(await judgeMention(comments, place)),
  ];
}

/** Numbers of issues that the token opened, by REST; a pull request is none. */
async function listed({ github, viewer }: Place): Promise<number[]> {
  const { request, owner, repo } = github;
  const { data } = await request('GET /repos/{owner}/{repo}/issues', {
    owner,
    repo,
    creator: viewer,
    state: 'all',
    per_page: 20,
  });
  return data
    .filter(({ pull_request: pull }) => pull === undefined)
    .slice(0, ISSUES)
    .map(({ number }) => number);
}

function judgeAuthors(found: number, why: string | undefined, { viewer, where }: Place): Checkup {
  const subject = 'issues by their author';
  if (why !== undefined) return unknown('Answers', subject, `they could not be read: ${why}`);
  if (found > 0) return ok('Answers', subject, `GraphQL finds those of ${viewer}, as REST does`);
  return limited('Answers', subject, {
    found: `GraphQL finds no issue of ${viewer}, though REST lists some`,
    lost: 'each run looks for them a second way, which costs requests',
    fix: 'See that the issues are there. Nothing else has to be done.',
    link: pageOf(where, `issues?q=${encodeURIComponent(`is:issue author:${viewer}`)}`),
  });
}

function judgeEdits(issues: readonly RawIssue[], why: string | undefined): Checkup[] {
  const subject = 'edit history';
  if (why !== undefined) return [unknown('Answers', subject, `it could not be read: ${why}`)];
  const edited = issues.flatMap(({ number, url, body, userContentEdits }) => {
    const [newest] = present(userContentEdits?.nodes);
    return typeof newest?.diff === 'string' ? [{ number, url, isWhole: newest.diff === body }] : [];
  });
  const wrong = edited.find(({ isWhole }) => !isWhole);
  if (edited.length === 0)
    return [notTried(`${subject}, not tried`, ['an issue of relcomms that was edited'])];
  if (wrong === undefined) return [ok('Answers', subject, 'it shows the whole text after an edit')];
  return [
    broken('Answers', subject, {
      found: `the newest version of #${wrong.number} in it is not its text`,
      lost: 'relcomms cannot put back what a person wrote while it wrote, and may take an edit by others for its own',
      fix: 'Compare both on the issue. If they are the same there, report it to relcomms with the version of your GitHub.',
      link: wrong.url,
    }),
  ];
}

function judgeComments(comments: readonly RawComment[], { grants, where }: Place): Checkup[] {
  const [own] = comments;
  if (own === undefined) return [notTried('comments of relcomms, not tried', ['a comment of relcomms'])];
  const abilities = [
    {
      subject: 'fold comments',
      may: own.viewerCanMinimize,
      lost: 'outdated comments of relcomms stay open',
    },
    {
      subject: 'react to comments',
      may: own.viewerCanReact,
      lost: 'commands get no 👍 or 👀; relcomms still carries them out',
    },
  ];
  return abilities.map(({ subject, may, lost }) => {
    if (may === true) return ok('Answers', subject, 'GitHub lets relcomms do it');
    if (may !== false) return unknown('Answers', subject, 'GitHub does not say whether relcomms may');
    const { fix = '', link } = mendRight('issues', 'write', grants, where);
    const isGiven = isGranted('issues', 'write', grants);
    return broken('Answers', subject, {
      found: 'GitHub does not let relcomms do it',
      lost,
      fix: isGiven ? 'Unlock the conversation, if it is locked.' : fix,
      link: isGiven ? own.url : link,
    });
  });
}

/** GitHub shows a mention as a link where it tells somebody. */
async function judgeMention(comments: readonly RawComment[], place: Place): Promise<Checkup[]> {
  const { github, viewer, where, grants } = place;
  const found = comments.findLast(
    ({ body, databaseId }) => databaseId !== null && teamsIn(body).some((team) => isOf(team, where.owner)),
  );
  // A workflow mentions the people of a team in its place.
  if (found === undefined || found.databaseId === null || isWorkflow([viewer])) return [];
  const team = teamsIn(found.body).find((one) => isOf(one, where.owner)) ?? '';
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    owner: github.owner,
    repo: github.repo,
    comment_id: found.databaseId,
    headers: { accept: 'application/vnd.github.html+json' },
  });
  const subject = 'mentions of teams';
  if (typeof data.body_html !== 'string')
    return [unknown('Answers', subject, 'GitHub does not show how a comment looks')];
  if (/class="[^"]*(?<![\w-])team-mention(?![\w-])/.test(data.body_html))
    return [ok('Answers', subject, `GitHub links @${team}`)];
  const isGiven = isGranted('members', 'read', grants);
  return [
    broken('Answers', subject, {
      found: `@${team} is plain text in a comment of relcomms`,
      lost: 'nobody on the team is notified',
      ...(isGiven
        ? {
            fix: 'Make the team visible, and give it access to the repository.',
            link: `${where.site}/orgs/${where.owner}/teams`,
          }
        : mendRight('members', 'read', grants, where)),
    }),
  ];
}

function isOf(team: string, owner: string): boolean {
  return team.toLowerCase().startsWith(`${owner.toLowerCase()}/`);
}
