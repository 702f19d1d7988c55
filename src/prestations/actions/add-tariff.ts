import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { TariffVersionRow } from '../data/tariff-version.entity.js';
import { prestationsProblems } from '../problems.js';
import { hundredthsOf, type Tariff, type TariffRow, validateTariff, reglementProblems } from '../../reglement/index.js';
import { datesInFrench, placeVersion } from '../rules/versions.js';
import { checkedSpan } from './checked-span.js';
import { FindPrestations } from './find-prestations.js';

export interface NewTariff {
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate | null | undefined;
  /** Rows whose quotients are written as people do: 642.5. */
  readonly rows: readonly TariffRow[];
  /** Rank of the row of an unknown quotient, from 0; the last unless told. */
  readonly missingQuotientRow?: number | undefined;
  readonly replacePrevious?: boolean | undefined;
}

@Injectable()
export class AddTariff {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** Throws NOT_FOUND, PRESTATION_ARCHIVED, DATES_REVERSED, TARIFF_NOT_VALID, TARIFF_OVERLAP. */
  run(
    collectiviteId: number,
    prestationId: number,
    { replacePrevious = false, ...wanted }: NewTariff,
    accountId: number | null,
  ): Promise<{ readonly tariff: TariffVersionRow; readonly closedTariffId: number | null }> {
    const span = checkedSpan(wanted);
    const grid = readGrid(wanted);
    return this.database.unit(async () => {
      await this.findPrestations.open(collectiviteId, prestationId);
      const tariffs = this.database.repository(TariffVersionRow);
      const placed = placeVersion(await tariffs.findBy({ collectiviteId, prestationId }), span, replacePrevious);
      if (!placed.fits) throw overlapping(placed.overlaps);
      if (placed.closes) await tariffs.update({ collectiviteId, id: placed.closes.id }, { toDate: placed.on });
      const id = await this.database.insert(TariffVersionRow, {
        collectiviteId,
        prestationId,
        fromDate: span.from,
        toDate: span.to,
        grid,
        createdBy: accountId,
        createdAt: this.clock.now(),
      });
      const closedTariffId = placed.closes?.id ?? null;
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'tariff.added',
        subject: `prestation:${prestationId}`,
        detail: { tariffId: id, closedTariffId },
      });
      return { tariff: await tariffs.findOneByOrFail({ collectiviteId, id }), closedTariffId };
    });
  }
}

/** A bound that cannot be read becomes NaN, which `validateTariff` names with its field. */
function readGrid({ rows, missingQuotientRow }: NewTariff): Tariff {
  const read = rows.map(({ label, quotientMin, quotientMax, unitCents, unplannedCents, unjustifiedAbsenceCents }) => ({
    label,
    quotientMin: hundredthsOf(quotientMin) ?? Number.NaN,
    quotientMax: quotientMax === null ? null : (hundredthsOf(quotientMax) ?? Number.NaN),
    unitCents,
    unplannedCents,
    unjustifiedAbsenceCents,
  }));
  const grid = { rows: read, missingQuotientRow: missingQuotientRow ?? read.length - 1 };
  const errors = validateTariff(grid.rows, grid.missingQuotientRow);
  if (errors.length === 0) return grid;
  throw reglementProblems.TARIFF_NOT_VALID(
    typeset('Les tranches doivent couvrir chaque quotient une fois : corrigez les champs signalés.'),
    { errors },
  );
}

function overlapping(version: TariffVersionRow) {
  const how =
    version.toDate === null
      ? ' Donnez une date de fin, ou demandez « replacePrevious » pour qu’il s’arrête la veille du nouveau.'
      : ' Choisissez d’autres dates.';
  return prestationsProblems.TARIFF_OVERLAP(
    typeset(`Un tarif est déjà défini ${datesInFrench(version)} (n° ${version.id}).${how}`),
    { extensions: { overlaps: { tariffId: version.id, from: version.fromDate, to: version.toDate } } },
  );
}
