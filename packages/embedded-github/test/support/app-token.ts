// An installation token of the embedded GitHub's App.
import { createJwt } from '../../src/app-key.ts';
import type { EmbeddedGitHub } from '../../src/index.ts';

/** The App's own JWT. */
export function appJwt({ app }: EmbeddedGitHub): string {
  return createJwt(app.id, app.privateKey);
}

/** A token as the App gets it: from its JWT, optionally with fewer permissions. */
export async function installationToken(
  github: EmbeddedGitHub,
  permissions?: Readonly<Record<string, string>>,
): Promise<string> {
  const response = await fetch(`${github.url}/app/installations/${github.app.installationId}/access_tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${appJwt(github)}`, 'content-type': 'application/json' },
    body: JSON.stringify(permissions === undefined ? {} : { permissions }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}
