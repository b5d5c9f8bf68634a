// The pages before there is an App: where it is reached and who owns it, then the way to GitHub.
import { createHash } from 'node:crypto';
import { type Html, html, trusted } from '../text/html.ts';
import type { AppForm } from './manifest.ts';
import type { Page } from '../server/front.ts';
import { page, wrong } from './page.ts';

/** Sends the first form of the page. */
const SEND = 'document.forms[0].submit()';

/** What the content security policy has to name where the page goes on by itself. */
export const SEND_HASH = `sha256-${createHash('sha256').update(SEND).digest('base64')}`;

export interface BeginView {
  readonly address: string;
  readonly organization: string;
  /** The file of the credentials, and whether there is one of that name already. */
  readonly file: string;
  readonly isTaken: boolean;
  readonly why?: string | undefined;
}

export function beginPage(view: BeginView): Page {
  const { file, isTaken, why } = view;
  return page(
    'Set up the App',
    html`<p>
        GitHub makes the App in two clicks. Its credentials go to <code>${file}</code> on this machine.
      </p>
      ${
        isTaken &&
        wrong(
          `${file} is there already, and is never replaced. Move it away first, or the credentials are shown here once, to copy.`,
        )
      }
      ${wrong(why)} ${addressForm(view)}`,
    why === undefined ? 200 : 422,
  );
}

function addressForm({ address, organization }: Pick<BeginView, 'address' | 'organization'>): Html {
  return html`<form method="post" action="/manifest">
    <label for="address">Public address of this App</label>
    <input
      id="address"
      name="address"
      type="url"
      required
      maxlength="500"
      value="${address}"
      placeholder="https://relcomms.example"
    />
    <p class="hint">GitHub sends webhooks there. You can change it on GitHub later.</p>
    <label for="organization">Organization (optional)</label>
    <input id="organization" name="organization" maxlength="39" value="${organization}" autocomplete="off" />
    <p class="hint">Who owns the App. Empty: your own account.</p>
    <button>Next</button>
  </form>`;
}

/**
 * Shows what GitHub is told, and leads there: by a click, or by itself. GitHub shows the name and the owner, and creates
 * nothing before a person confirms.
 */
export function toGitHubPage(
  { action, manifest }: AppForm,
  typed: Pick<BeginView, 'address' | 'organization' | 'file'>,
  { byItself }: { readonly byItself: boolean },
): Page {
  const shown = JSON.stringify(JSON.parse(manifest), undefined, 2);
  return page(
    'Create the App on GitHub',
    html`<p>
        Sign in to GitHub in this browser first. GitHub asks for the name of the App, creates it, and leads
        back here. Its credentials go to <code>${typed.file}</code> on this machine.
      </p>
      <form method="post" action="${action}">
        <input type="hidden" name="manifest" value="${manifest}" />
        <button>Create the App on GitHub</button>
      </form>
      ${byItself && trusted(`<script>${SEND}</script>`)}
      <details>
        <summary>Permissions and webhooks of the App</summary>
        <pre>${shown}</pre>
      </details>
      <details>
        <summary>Owner: ${typed.organization || 'your account'}. Address: ${typed.address}. Change</summary>
        ${addressForm(typed)}
      </details>`,
  );
}
