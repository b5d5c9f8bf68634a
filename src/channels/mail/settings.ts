// Reads the mail server and the sender from the environment.
import type { SendFailure } from '../../domain/notice.ts';

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, as with `smtps:`. */
  readonly secure: boolean;
  /** On this machine nothing has to be encrypted. */
  readonly local: boolean;
  readonly auth?: { readonly user: string; readonly pass: string } | undefined;
  readonly from: { readonly name: string; readonly address: string };
}

/** What can be an address in a header and in the envelope; whoever needs more writes to a list. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;

export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** `SMTP_URL` as `smtps://user:password@host`, `SMTP_FROM` as `Name <address>` or an address. */
export function mailSettings(env: Readonly<Record<string, string | undefined>>): MailSettings | SendFailure {
  const given = env['SMTP_URL']?.trim() ?? '';
  if (given === '')
    return failed('no-server', 'There is no mail server: set SMTP_URL to smtps://user:password@host.');
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const from = readSender(env['SMTP_FROM']?.trim() ?? '');
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    return failed(
      'bad-server',
      'SMTP_URL is not an address of a mail server: use smtps://user:password@host.',
    );
  if (from === undefined)
    return failed('no-sender', 'SMTP_FROM is no sender: write it as relcomms <relcomms@example.com>.');
  const secure = url.protocol === 'smtps:';
  const auth = credentials(url);
  if (auth === 'broken')
    return failed(
      'bad-server',
      'The user or the password in SMTP_URL is not percent-encoded: write %25 for a %.',
    );
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const local = ['127.0.0.1', 'localhost', '::1'].includes(host);
  return { host, port: Number(url.port) || (secure ? 465 : 587), secure, local, auth, from };
}

function credentials({ username, password }: URL): MailSettings['auth'] | 'broken' {
  if (username === '') return undefined;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    return 'broken';
  }
}

function readSender(text: string): MailSettings['from'] | undefined {
  const [, name = '', address = text] = /^([^<>\r\n]*)<([^<>]*)>$/.exec(text) ?? [];
  return isAddress(address) ? { name: name.replaceAll('"', '').trim(), address } : undefined;
}

function failed(code: string, line: string): SendFailure {
  return { kind: 'failed', code, line, certain: true };
}
