import { Injectable } from '@nestjs/common';
import { weekdaysText } from '../../kernel/civil-time.js';
import { nameKey } from '../../collectivites/index.js';
import { Database } from '../../platform/database/database.js';
import { countsFromStart } from '../../reglement/index.js';
import { PrestationRow } from '../data/prestation.entity.js';
import { concerns, mergedPolicy } from '../rules/policy-exceptions.js';
import { checkSettings, nameTaken, notValid, type PrestationSettings } from './create-prestation.js';
import { FindPrestations } from './find-prestations.js';
import { LoadPolicies } from './policies/load-policies.js';

const COUNTED_FROM =
  'Le règlement compte des délais à partir de cette heure : donnez-en une autre au lieu de l’enlever.';

type PrestationChanges = {
  readonly [Setting in keyof PrestationSettings]?: PrestationSettings[Setting] | undefined;
} & {
  readonly archived?: boolean | undefined;
};

/** Changes, archives or takes out of the archive; what is absent stays. Sessions already planned keep what they have. */
@Injectable()
export class ChangePrestation {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
    private readonly loadPolicies: LoadPolicies,
  ) {}

  /** Throws NOT_FOUND, PRESTATION_NOT_VALID, PRESTATION_NAME_TAKEN. */
  async run(collectiviteId: number, prestationId: number, wanted: PrestationChanges): Promise<PrestationRow> {
    const { weekdays, ...others } = wanted;
    const changes: Partial<PrestationRow> = Object.fromEntries(
      Object.entries(others).filter(([, value]) => value !== undefined),
    );
    if (wanted.name !== undefined) changes.nameKey = nameKey(wanted.name, 60);
    if (weekdays !== undefined) changes.weekdays = weekdaysText(weekdays);
    try {
      return await this.database.unit(async () => {
        const before = await this.findPrestations.locked(collectiviteId, prestationId);
        checkSettings({ ...wanted, startsAt: before.startsAt, endsAt: before.endsAt, ...changes });
        if (changes.startsAt === null && before.startsAt !== null) await this.mustNotCountFromStart(before);
        if (Object.keys(changes).length > 0)
          await this.database.repository(PrestationRow).update({ collectiviteId, id: prestationId }, changes);
        return this.findPrestations.one(collectiviteId, prestationId);
      });
    } catch (error) {
      throw this.database.isDuplicateKey(error) ? nameTaken(wanted.name ?? '') : error;
    }
  }

  /** Of past versions too: what families did under them is still looked at. */
  private async mustNotCountFromStart(prestation: PrestationRow): Promise<void> {
    const policies = await this.loadPolicies.run(prestation.collectiviteId, [prestation.id]);
    const exceptions = [...policies.allExceptions].filter((exception) => concerns(exception, prestation));
    const counts = policies.versions.some(({ policy }) =>
      [null, ...exceptions].some((exception) => countsFromStart(mergedPolicy(policy, exception))),
    );
    if (counts) throw notValid([{ field: 'startsAt', message: COUNTED_FROM }]);
  }
}
