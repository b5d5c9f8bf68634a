// A comment as its page shows it: of Markdown no more than paragraphs and mentions of teams.
import type { Comment } from '../model/repo.ts';
import type { World } from '../model/world.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A mention of a team is live where whoever wrote it sees the team. */
export function commentHtml(world: World, comment: Comment): string {
  const text = (comment.body ?? '').replaceAll(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
  const linked = seesTeams(world, comment)
    ? text.replaceAll(/@([\w-]+)\/([\w-]+)/g, (mention, org: string, slug: string) =>
        world.teams.has(slug.toLowerCase())
          ? `<a class="team-mention js-team-mention" href="${world.origin}/orgs/${org}/teams/${slug}">${mention}</a>`
          : mention,
      )
    : text;
  return `<p dir="auto">${linked}</p>`;
}

/** People do; an App needs `members: read`; what a workflow writes mentions no team. */
function seesTeams({ installations, quirks, app }: World, { author, issue }: Comment): boolean {
  if (quirks.plainTeams) return false;
  if (author.type === 'User') return true;
  if (author.login !== `${app.slug}[bot]`) return false;
  const own = [...installations.values()].find(({ owner }) => owner === issue.repo.owner);
  return own?.permissions['members'] !== undefined;
}
