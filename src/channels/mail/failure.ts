// What an error of a mail server means, in one line with its fix. No word of the server is passed on.
import type { SendFailure } from '../../domain/notice.ts';

/** Codes of nodemailer that come before the text of the mail was sent. */
const BEFORE: Readonly<Record<string, readonly [code: string, line: string] | undefined>> = {
  EAUTH: ['auth', 'The mail server rejects the user or the password: correct them in SMTP_URL.'],
  ENOAUTH: ['auth', 'The mail server needs a user and a password: add them to SMTP_URL.'],
  EDNS: ['no-connection', 'There is no mail server with that name: correct it in SMTP_URL.'],
  ETLS: ['no-tls', 'The mail server offers no trusted TLS: use smtps: in SMTP_URL, or another server.'],
};

/** `connected`: what came before the mail itself went well, so that a broken connection tells nothing. */
export function mailFailure(error: unknown, connected: boolean): SendFailure {
  const { code, command, responseCode } = error as {
    code?: unknown;
    command?: unknown;
    responseCode?: unknown;
  };
  const known = BEFORE[String(code)];
  if (known !== undefined) return failure(known[0], known[1], true);
  const refusal = typeof responseCode === 'number' ? responseCode : undefined;
  if (refusal === 530 || refusal === 535) return failure('auth', BEFORE['EAUTH']?.[1] ?? '', true);
  if (code === 'EENVELOPE') return envelopeFailure(refusal, String(command));
  if (refusal !== undefined && refusal >= 400)
    return failure(
      'refused',
      `The mail server refused the email with ${refusal}: see its log for the reason.`,
      true,
    );
  if (connected)
    return failure(
      'no-answer',
      'The mail server closed the connection while it took the email: ask a recipient before sending again.',
      false,
    );
  return failure(
    'no-connection',
    "relcomms couldn't reach the mail server: check the network and SMTP_URL.",
    true,
  );
}

function envelopeFailure(refusal: number | undefined, command: string): SendFailure {
  return command === 'MAIL FROM'
    ? failure('sender-refused', 'The mail server refuses the sender: correct SMTP_FROM.', true)
    : failure(
        'recipients-refused',
        `The mail server refuses all recipients${refusal === undefined ? '' : ` with ${refusal}`}: correct the addresses.`,
        true,
      );
}

function failure(code: string, line: string, certain: boolean): SendFailure {
  return { kind: 'failed', code, line, certain };
}
