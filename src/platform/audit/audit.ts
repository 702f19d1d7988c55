import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { AuditEntry } from './audit-entry.entity.js';

export interface AuditRecord {
  readonly collectiviteId: number;
  readonly accountId: number | null;
  readonly action: string;
  readonly subject: string;
  /** Ids and codes only: no name, no address, no health datum. */
  readonly detail?: unknown;
}

/** Keeps the trace of acts and of looks at sensitive data, in the same unit as the act. */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(record: AuditRecord): Promise<void> {
    await this.database.insert(AuditEntry, { ...record, detail: record.detail ?? null, at: this.clock.now() });
  }
}
