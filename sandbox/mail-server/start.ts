// Starts a mail server on the loopback interface that keeps every mail and passes none on.
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerEnvelope } from 'smtp-server';
import type { AddressInfo } from 'node:net';

export interface KeptMail {
  /** Addresses of the envelope. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  /** Lower-case names; a repeated header keeps its last value. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  /** As it came over the wire. */
  readonly raw: string;
}

export interface MailServerOptions {
  readonly port?: number;
  /** Asked for when given; without, everybody may send. */
  readonly auth?: { readonly user: string; readonly pass: string };
  /** Recipients that are refused. */
  readonly refuses?: readonly string[];
}

export interface EmbeddedMailServer {
  /** For `SMTP_URL`. */
  readonly url: string;
  readonly mails: readonly KeptMail[];
  reset(): void;
  close(): Promise<void>;
}

export async function startMailServer(options: MailServerOptions = {}): Promise<EmbeddedMailServer> {
  const mails: KeptMail[] = [];
  const { auth, refuses = [] } = options;
  const server = new SMTPServer({
    authOptional: auth === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      const known = username === auth?.user && password === auth?.pass;
      done(known ? null : new Error('unknown'), known ? { user: username } : undefined);
    },
    onRcptTo({ address }, _session, done) {
      done(refuses.includes(address) ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null);
    },
    onData(stream, { envelope }, done) {
      void receive(stream, envelope, mails, done);
    },
  });
  // A client that hangs up in the middle is no reason to stop.
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    reset: () => {
      mails.length = 0;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  };
}

async function receive(
  stream: SMTPServerDataStream,
  { mailFrom, rcptTo }: SMTPServerEnvelope,
  mails: KeptMail[],
  done: (error?: Error) => void,
): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    const from = mailFrom === false ? '' : mailFrom.address;
    mails.push(
      await keep(
        Buffer.concat(chunks),
        from,
        rcptTo.map(({ address }) => address),
      ),
    );
    done();
  } catch (error) {
    done(error as Error);
  }
}

async function keep(raw: Buffer, from: string, to: readonly string[]): Promise<KeptMail> {
  const mail = await PostalMime.parse(raw);
  return {
    from,
    to,
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    text: mail.text ?? '',
    html: mail.html ?? '',
    raw: raw.toString(),
  };
}
