// GitHub's page that makes an App from a manifest: what it reads, and the code that it sends the browser back with.
import { randomBytes } from 'node:crypto';
import type { AppManifest } from './model/app-manifest.ts';
import type { Json } from './model/json-object.ts';
import type { World } from './model/world.ts';

/** What the form holds that leads to GitHub's page. */
export interface AppForm {
  /** JSON. */
  readonly manifest: string;
  /** Of the query of the form's address; comes back as it is. */
  readonly state?: string | undefined;
}

/** Milliseconds. */
const HOUR = 3_600_000;

/**
 * An admin presses the button: the App of the seed is the one that is made, and its webhooks go where the manifest
 * says. Answers the address that the browser is sent to. Throws for a manifest that GitHub refuses.
 */
export function registerApp(world: World, { manifest, state }: AppForm): string {
  const json = JSON.parse(manifest) as Json;
  const hook = json['hook_attributes'] as Json | undefined;
  const url = webAddress(json['url'], 'url');
  const hookUrl = hook === undefined ? undefined : webAddress(hook['url'], 'hook_attributes.url');
  const back = new URL(webAddress(json['redirect_url'], 'redirect_url'));
  const code = randomBytes(20).toString('hex');
  world.manifests.set(code, {
    name: typeof json['name'] === 'string' ? json['name'] : world.app.slug,
    description: typeof json['description'] === 'string' ? json['description'] : null,
    url,
    permissions: (json['default_permissions'] ?? {}) as AppManifest['permissions'],
    events: (json['default_events'] ?? []) as AppManifest['events'],
    madeAt: Date.parse(world.now()),
  });
  if (hook?.['active'] !== false) world.deliveries.url = hookUrl;
  back.searchParams.set('code', code);
  if (state !== undefined) back.searchParams.set('state', state);
  return back.href;
}

/** What a code stands for; it works once, and for an hour. */
export function takeManifest(world: World, code: string): AppManifest | undefined {
  const found = world.manifests.get(code);
  world.manifests.delete(code);
  return found !== undefined && Date.parse(world.now()) - found.madeAt <= HOUR ? found : undefined;
}

function webAddress(value: unknown, field: string): string {
  if (typeof value !== 'string' || !/^https?:/.test(value) || !URL.canParse(value))
    throw new Error(`GitHub refuses the manifest: ${field} is no address`);
  return value;
}
