// Sends one notice as one mail over SMTP.
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Instant } from '../../domain/day.ts';
import type { Notice, SendFailure, SendOutcome } from '../../domain/notice.ts';
import { countWords } from '../../text/words.ts';
import { mailFailure } from './failure.ts';
import { renderMail } from './render.ts';
import { type MailSettings, isAddress } from './settings.ts';

const TIMEOUT = 10_000;
const MOST_RECIPIENTS = 50;

/** A mail for all recipients. None of them sees the address of another. */
export async function sendMail(
  settings: MailSettings,
  notice: Pick<Notice, 'key' | 'title' | 'lines'>,
  to: readonly string[],
  now: Instant,
  /** Milliseconds for each step of the connection. */
  timeout = TIMEOUT,
): Promise<SendOutcome> {
  const wrong = to.filter((address) => !isAddress(address));
  if (to.length === 0 || wrong.length > 0 || to.length > MOST_RECIPIENTS) return addressFailure(to, wrong);
  const transport = createTransport(transportOptions(settings, timeout));
  let connected = false;
  try {
    // A connection of its own: whatever fails in it, no mail was sent for sure.
    connected = await transport.verify();
    const messageId = messageIdOf(notice.key, settings);
    const sent = await transport.sendMail({
      ...renderMail(notice),
      from: settings.from,
      ...recipients(to),
      messageId,
      date: new Date(now),
      headers: {
        'List-Id': `<relcomms.${domainOf(settings)}>`,
        // Keeps holiday replies and other machines quiet (RFC 3834).
        'Auto-Submitted': 'auto-generated',
        Precedence: 'bulk',
      },
    });
    const done = {
      kind: 'done',
      sent: { place: countWords(to.length, 'recipient'), id: messageId },
    } as const;
    const { length } = sent.rejected;
    const detail = `The mail server refused ${length} of ${countWords(to.length, 'recipient')}: correct the addresses.`;
    return length === 0 ? done : { ...done, detail };
  } catch (error) {
    return mailFailure(error, connected);
  } finally {
    transport.close();
  }
}

/** Connects and signs in, and sends nothing; undefined when that went well. */
export async function examineMail(
  settings: MailSettings,
  timeout = TIMEOUT,
): Promise<SendFailure | undefined> {
  const transport = createTransport(transportOptions(settings, timeout));
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return mailFailure(error, false);
  } finally {
    transport.close();
  }
}

/** One is named as usual; several are blind copies, and the header names an empty group (RFC 5322, 3.4). */
function recipients(to: readonly string[]) {
  const all = to.map((address) => ({ name: '', address }));
  return all.length === 1 ? { to: all } : { to: 'undisclosed-recipients:;', bcc: all };
}

/** The same notice has the same id: a second mail after a crash is known by mail programs and lists as the first. */
export function messageIdOf(key: string, settings: MailSettings): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domainOf(settings)}>`;
}

function domainOf({ from }: MailSettings): string {
  return from.address.split('@')[1] ?? 'localhost';
}

function transportOptions({ host, port, secure, local, auth }: MailSettings, timeout: number) {
  return {
    host,
    port,
    secure,
    // A password and internal news go over TLS only, or stay on this machine.
    requireTLS: !secure && !local,
    ignoreTLS: local && !secure,
    ...(auth === undefined ? {} : { auth }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    logger: false,
    debug: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const;
}

function addressFailure(to: readonly string[], wrong: readonly string[]): SendOutcome {
  const line =
    to.length === 0
      ? 'The email has no recipient: add an address.'
      : wrong.length > 0
        ? `${countWords(wrong.length, 'recipient')} of ${to.length} is not an email address: correct it in the config.`
        : `An email can have ${MOST_RECIPIENTS} recipients at most: use a mailing list.`;
  return { kind: 'failed', code: 'bad-address', line, certain: true };
}
