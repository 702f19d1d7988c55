import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { type MailSettled, mailSettled } from '../../platform/mail/mail-queue.js';
import { Outbox } from '../../platform/outbox/outbox.js';

/** Writes on each invitation what became of its mail, for the agent to see. */
@Injectable()
export class FollowMails implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.outbox.on(mailSettled, (settled) => this.run(settled));
  }

  private async run({ reference, outcome, final, reason, at }: MailSettled): Promise<void> {
    const id = /^invitation:(\d+)$/.exec(reference)?.[1];
    if (!id) return;
    const instant = Temporal.Instant.from(at).epochMilliseconds;
    if (outcome === 'SENT') {
      await this.database.change(
        'UPDATE invitations SET sent_at = ?, failed_at = NULL, failure = NULL WHERE id = ? AND sent_at IS NULL',
        [instant, Number(id)],
      );
    } else {
      await this.database.change('UPDATE invitations SET failed_at = ?, failure = ? WHERE id = ? AND sent_at IS NULL', [
        final ? instant : null,
        reason?.slice(0, 200) ?? null,
        Number(id),
      ]);
    }
  }
}
