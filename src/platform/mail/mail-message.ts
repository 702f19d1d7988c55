import type { Temporal } from '../../kernel/civil-time.js';

export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}

export interface MailAttachment {
  readonly filename: string;
  /** Such as `application/pdf`. */
  readonly contentType: string;
  readonly content: Buffer;
}

/** One mail to one person: an address shared by several would show each of them to the others. */
export interface MailMessage {
  readonly to: MailAddress;
  /** Name shown as the sender, « Mairie de … »; the address is the transport's own. */
  readonly fromName: string;
  readonly replyTo?: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly MailAttachment[];
  /** `unique-part@domain`, without angle brackets. The same for each attempt, so that a receiver can drop a double. */
  readonly messageId: string;
  /** Written as the date of the mail. */
  readonly date: Temporal.Instant;
  /** Further headers, such as `List-Unsubscribe`; those of the envelope and of the content are refused. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Hands mails over. Throws `MailRejected` when it could not. */
export abstract class Mailer {
  abstract send(message: MailMessage): Promise<void>;
}

/** Why a mail was not taken. Says codes and never an address, so that it may be logged. */
export class MailRejected extends Error {
  constructor(
    reason: string,
    /** True when the same mail would be refused again: the address or the mail is wrong. False: try again later. */
    readonly permanent: boolean,
  ) {
    super(reason);
    this.name = 'MailRejected';
  }
}
