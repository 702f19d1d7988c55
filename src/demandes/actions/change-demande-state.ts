import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { DemandeRow } from '../data/demande.entity.js';
import { demandesProblems } from '../problems.js';
import { type DemandeState, mayBecome, stateName } from '../rules/demande-state.js';
import { FindDemandes } from './find-demandes.js';

@Injectable()
export class ChangeDemandeState {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findDemandes: FindDemandes,
  ) {}

  /** Throws NOT_FOUND, DEMANDE_STATE_REFUSED. */
  async run(collectiviteId: number, demandeId: number, state: DemandeState, accountId: number): Promise<void> {
    await this.database.unit(async () => {
      const demande = await this.findDemandes.locked({ collectiviteId, familyId: null }, demandeId);
      if (!mayBecome(demande.state, state))
        throw demandesProblems.DEMANDE_STATE_REFUSED(
          `Une demande ${stateName(demande.state)} ne peut pas devenir ${stateName(state)}.`,
        );
      if (demande.state === state) return;
      await this.database
        .repository(DemandeRow)
        .update({ id: demandeId, collectiviteId }, { state, updatedAt: this.clock.now() });
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'demande.state-changed',
        subject: `demande:${demandeId}`,
        detail: { from: demande.state, to: state },
      });
    });
  }
}
