// The two pages of GitHub that a person sees on the way to an App: the new App, and its installation.
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { html } from '../../src/text/html.ts';

export interface GitHubPages {
  /** On another site than pages of 127.0.0.1. */
  readonly url: string;
  close(): void;
}

/** Serves the API of the embedded GitHub and, beside it, the pages with their buttons. */
export async function startGitHubPages(github: EmbeddedGitHub): Promise<GitHubPages> {
  let setupUrl = '';
  const server: Server = createServer((request, response) => {
    if (github.handle(request, response)) return;
    const url = new URL(request.url ?? '/', 'http://localhost');
    void bodyOf(request).then(async (form) => {
      const manifest = form.get('manifest') ?? '';
      if (url.pathname.endsWith('/settings/apps/new'))
        return show(response, 'Create GitHub App', {
          action: '/created',
          fields: { manifest, state: url.searchParams.get('state') ?? '' },
        });
      if (url.pathname === '/created') {
        setupUrl = (JSON.parse(manifest) as { setup_url: string }).setup_url;
        return lead(response, github.registerApp({ manifest, state: form.get('state') ?? '' }));
      }
      if (url.pathname.endsWith('/installations/new'))
        return show(response, `Install ${github.app.slug}`, { action: '/installed', fields: {} });
      // Browsers ask for a picture of the site.
      if (url.pathname !== '/installed') return void response.writeHead(204).end();
      await github.deliver({
        event: 'installation',
        payload: {
          action: 'created',
          // GitHub names no single repository here.
          repository: undefined,
          repositories: [{ full_name: 'acme/demo' }],
          sender: { login: 'alice', type: 'User' },
        },
      });
      return lead(response, setupUrl);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return new URLSearchParams(text);
}

function show(
  response: ServerResponse,
  title: string,
  { action, fields }: { readonly action: string; readonly fields: Readonly<Record<string, string>> },
): void {
  const page = html`<!doctype html>
    <html lang="en">
      <title>${title}</title>
      <h1>${title}</h1>
      <p>In place of the page on github.com.</p>
      <form method="post" action="${action}">
        ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <button>${title}</button>
      </form>
    </html>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.text);
}

function lead(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}
