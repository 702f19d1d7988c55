import { createTransport, type NodemailerError } from 'nodemailer';
import { Mailer, MailRejected, type MailMessage } from './mail-message.js';
import { mimeMessage } from './mime-message.js';

export interface SmtpMailerOptions {
  /** `smtps://user:password@host:465`, or `smtp://host:587` (STARTTLS when offered; `?requireTLS=true` insists). */
  readonly url: string;
  /** The no-reply address, sender of every mail. */
  readonly fromAddress: string;
  /** Simultaneous connections, 3 by default. */
  readonly connections?: number;
  /** Longest wait for the server at each step, in milliseconds; 20 000 by default. */
  readonly timeout?: number;
}

/** Sends through a mail server, over connections kept open between mails. */
export class SmtpMailer extends Mailer {
  private readonly transport;

  constructor(private readonly options: SmtpMailerOptions) {
    super();
    const wait = options.timeout ?? 20_000;
    this.transport = createTransport({
      pool: true,
      url: options.url,
      maxConnections: options.connections ?? 3,
      connectionTimeout: wait,
      greetingTimeout: wait,
      socketTimeout: wait,
      dnsTimeout: wait,
      logger: false,
    });
  }

  async send(message: MailMessage): Promise<void> {
    const mime = mimeMessage(message, this.options.fromAddress);
    try {
      await this.transport.sendMail(mime);
    } catch (error) {
      throw rejection(error as NodemailerError);
    }
  }

  /** Ends the connections; call when the application stops. */
  close(): void {
    this.transport.close();
  }
}

/**
 * A refusal is final only when the server judged this recipient or this message (5xx to RCPT TO or DATA, too
 * large). A wrong password or a forbidden sender is 5xx too, but the mails must survive until that is put right.
 */
function rejection(error: NodemailerError): MailRejected {
  const { code = 'ERROR', responseCode, response = '' } = error;
  const step = /^(RCPT TO|DATA|MAIL FROM|AUTH|EHLO|HELO|STARTTLS|CONN)/.exec(error.command ?? '')?.[0] ?? '';
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const refused = responseCode !== undefined && responseCode >= 500 && responseCode < 600 && responseCode !== 503;
  const permanent = refused && code !== 'EAUTH' && (step === 'RCPT TO' || step === 'DATA' || responseCode === 552);
  // Neither the server's sentence nor the original error is kept: both may quote the recipient.
  return new MailRejected(['SMTP', code, step, responseCode, enhanced].filter(Boolean).join(' '), permanent);
}
