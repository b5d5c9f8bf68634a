// REST: the credentials of an App that was made from a manifest, handed out once.
import { accountJson } from '../json/account-json.ts';
import { takeManifest } from '../register-app.ts';
import { Refusal } from '../refusal.ts';
import { type Route, type Routes, created } from './call.ts';

/** Asks for no rights: whoever has the code was sent here from GitHub's page. */
const conversion: Route = ({ world, params }) => {
  const manifest = takeManifest(world, params['code'] ?? '');
  if (manifest === undefined) throw Refusal.notFound();
  const { app } = world;
  const [repo] = world.repos.values();
  if (repo === undefined) throw Refusal.notFound();
  const page = `${world.origin}/apps/${app.slug}`;
  return created({
    id: app.id,
    slug: app.slug,
    node_id: `A_${app.slug}`,
    owner: accountJson(world, repo.owner),
    name: manifest.name,
    description: manifest.description,
    external_url: manifest.url,
    html_url: page,
    created_at: world.began,
    updated_at: world.began,
    permissions: manifest.permissions,
    events: manifest.events,
    client_id: `Iv23li${app.id}`,
    client_secret: `client-secret-of-${app.slug}`,
    webhook_secret: app.webhookSecret,
    pem: app.privateKey,
  });
};

export const appManifestRoutes: Routes = { 'POST /app-manifests/{code}/conversions': conversion };
