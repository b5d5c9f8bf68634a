// REST: releases. A published one has its tag, which comes into being with it.
import { accountOf, demand, may } from '../actor.ts';
import { announce } from '../announce.ts';
import { accountJson } from '../json/account-json.ts';
import type { Release } from '../model/ci.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { textField } from './body.ts';
import { type Answer, type Call, type Routes, created, ok } from './call.ts';
import { commitOf, findRepo } from './find.ts';
import { page } from './page.ts';

async function create(call: Call): Promise<Answer> {
  const repo = findRepo(call, 'contents');
  demand(call.actor, repo, 'contents', 'write');
  const { body, world } = call;
  const tag = textField(body, 'tag_name', 'Release') ?? '';
  if (tag === '') throw Refusal.invalid('Release', 'tag_name', 'missing_field');
  if (repo.releases.some((release) => release.tag === tag && !release.draft))
    throw Refusal.invalid('Release', 'tag_name', 'already_exists');
  const target = textField(body, 'target_commitish', 'Release') ?? repo.defaultBranch;
  const sha = await commitOf(call, repo, target);
  if (sha === undefined) throw Refusal.invalid('Release', 'target_commitish', 'invalid');
  const release: Release = {
    id: world.nextId(),
    tag,
    target,
    name: textField(body, 'name', 'Release') ?? null,
    body: textField(body, 'body', 'Release') ?? null,
    draft: body['draft'] === true,
    prerelease: body['prerelease'] === true,
    author: accountOf(call.actor),
    createdAt: world.now(),
  };
  if (!release.draft) await makeTag(call, repo, tag, sha);
  repo.releases.push(release);
  const json = releaseJson(world, repo, release);
  const actions = release.draft ? ['created'] : ['created', 'published', 'released'];
  for (const action of actions.filter((word) => word !== 'released' || !release.prerelease))
    announce(world, repo, release.author, 'release', { action, release: json });
  return created(json);
}

/** A tag that is there stays where it is. */
async function makeTag({ world }: Call, repo: Repo, tag: string, sha: string): Promise<void> {
  const path = `/repos/${repo.fullName}/git`;
  const { status } = await world.emulator.send({ method: 'GET', path: `${path}/ref/tags/${tag}` });
  if (status === 200) return;
  const body = { ref: `refs/tags/${tag}`, sha };
  await world.emulator.send({ method: 'POST', path: `${path}/refs`, body });
}

/** Newest first; drafts are for those who may push. */
function list(call: Call): Answer {
  const repo = findRepo(call, 'contents');
  const all = may(call.actor, repo, 'contents', 'write');
  const shown = repo.releases.filter(({ draft }) => all || !draft).toReversed();
  return page(call, shown, (release) => releaseJson(call.world, repo, release));
}

function readByTag(call: Call): Answer {
  const repo = findRepo(call, 'contents');
  const found = repo.releases.find(({ tag, draft }) => tag === call.params['tag'] && !draft);
  if (found === undefined) throw Refusal.notFound();
  return ok(releaseJson(call.world, repo, found));
}

function releaseJson(world: World, { fullName }: Repo, release: Release): Json {
  const { origin } = world;
  const url = `${origin}/api/v3/repos/${fullName}/releases/${release.id}`;
  const tag = encodeURIComponent(release.tag);
  return {
    url,
    html_url: `${origin}/${fullName}/releases/tag/${tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${origin}/api/v3/repos/${fullName}/tarball/${tag}`,
    zipball_url: `${origin}/api/v3/repos/${fullName}/zipball/${tag}`,
    id: release.id,
    node_id: `RE_${release.id}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: false,
    created_at: release.createdAt,
    updated_at: release.createdAt,
    published_at: release.draft ? null : release.createdAt,
    author: accountJson(world, release.author),
    assets: [],
  };
}

export const releaseRoutes: Routes = {
  'GET /repos/{owner}/{repo}/releases': list,
  'POST /repos/{owner}/{repo}/releases': create,
  'GET /repos/{owner}/{repo}/releases/tags/{tag}': readByTag,
};
