// Where GitHub leads who has installed the App: says whether GitHub reaches it, and what is next.
import type { Instant } from '../domain/day.ts';
import type { Started } from '../server/app-options.ts';
import type { Page } from '../server/front.ts';
import { html } from '../text/html.ts';
import { countWords } from '../text/words.ts';
import { headersFor } from './page-headers.ts';
import { page } from './page.ts';

/** Seconds. */
const LOOK_AGAIN = 5;

export function startedPage(started: Started, now: Instant): Page {
  const { headers, ...shown } = started.first === undefined ? waits(started) : hears(started, now);
  return { ...shown, headers: { ...headersFor(), ...headers } };
}

function waits({ slug, page: home }: Started): Page {
  const shown = page(
    `${slug} runs`,
    html`<p>No webhook has come since it started. This page looks again every ${LOOK_AGAIN} seconds.</p>
      <p>
        GitHub sends one when you
        <a href="${home}/installations/new" target="_blank" rel="noopener noreferrer">install ${slug}</a>, and
        whenever something changes in its repositories.
      </p>
      <p>
        Does none come? Open the settings of
        <a href="${home}" target="_blank" rel="noopener noreferrer">${slug}</a>
        on GitHub: under Advanced it lists each webhook and the answer to it. The webhook address there must
        lead to this machine.
      </p>`,
  );
  return { ...shown, headers: { refresh: String(LOOK_AGAIN) } };
}

function hears({ slug, first }: Started, now: Instant): Page {
  return page(
    `${slug} gets webhooks from GitHub`,
    html`<p class="done">
        The first one since it started came ${first && ago(now - first.at)}:
        <code>${first?.name}</code>.
      </p>
      <h2>What is next</h2>
      <ol>
        <li>
          A repository without a config gets one pull request, “Set up relcomms”, with a config and a preview:
          three a day. Installed on all repositories? Comment <code>/release onboard</code> in an issue of
          one.
        </li>
        <li>
          Merge it. The tracking issue of the next release opens within a minute, or when its cycle begins.
        </li>
      </ol>`,
  );
}

function ago(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${seconds} seconds ago`;
  return `${countWords(Math.round(seconds / 60), 'minute')} ago`;
}
