import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { WRITE_OFF_KINDS, type WriteOffKind } from '../../rules/write-off.js';

@Injectable()
export class SetWriteOffNatures {
  constructor(
    private readonly database: Database,
    private readonly findCollectivite: FindCollectivite,
    private readonly audit: Audit,
  ) {}

  /** From here on; what was given up keeps the nature that it was posted under. */
  run(collectiviteId: number, natures: Readonly<Record<WriteOffKind, string>>, accountId: number): Promise<void> {
    return this.database.unit(async () => {
      await this.findCollectivite.run(collectiviteId);
      const columns = ['collectivite_id', 'kind', 'nature'];
      for (const kind of WRITE_OFF_KINDS) {
        const nature = natures[kind];
        const keys = ['collectivite_id', 'kind'];
        const sql = this.database.dialect.upsert('write_off_natures', columns, keys, 'nature = ?');
        await this.database.change(sql, [collectiviteId, kind, nature, nature]);
      }
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'write-off-natures.set',
        subject: `collectivite:${collectiviteId}`,
        detail: WRITE_OFF_KINDS.map((kind) => `${kind} ${natures[kind]}`),
      });
    });
  }
}
