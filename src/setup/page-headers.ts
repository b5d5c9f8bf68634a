// The headers of every page: what a browser may load for it, and what may lead there.
import { STYLE_HASH } from './page.ts';

/**
 * Nothing from elsewhere, our style, forms to this page and to `site` only, no frame around it, and no script but the
 * one of the hash `script`.
 */
export function headersFor(site = '', script?: string): Record<string, string> {
  const scripts = script === undefined ? '' : ` script-src '${script}';`;
  return {
    'content-security-policy': `default-src 'none';${scripts} style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'self'${site === '' ? '' : ` ${new URL(site).origin}`}; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Browsers send no origin with forms under "no-referrer"; paths and queries stay here.
    'referrer-policy': 'strict-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}
