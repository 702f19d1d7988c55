import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { TariffVersionRow } from '../../data/tariff-version.entity.js';
import { prestationsProblems } from '../../problems.js';
import { parseTariff, reglementProblems, type Tariff } from '../../../reglement/index.js';
import { datesInFrench, placeVersion } from '../../rules/versions.js';
import { checkedSpan } from '../checked-span.js';
import { FindPrestations } from '../find-prestations.js';

export interface NewTariff {
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate | null | undefined;
  /** In the language of tariffs, as it was sent. */
  readonly tariff?: unknown;
  /** Or a grid by QF alone: its rows, as they were sent. */
  readonly rows?: readonly { readonly label: string }[] | undefined;
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
    const grid = readTariff(wanted);
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

function readTariff({ tariff, rows, missingQuotientRow }: NewTariff): Tariff {
  if ((tariff === undefined) === (rows === undefined)) {
    const message = 'Décrivez le tarif (tariff), ou donnez ses tranches de quotient (rows) : l’un ou l’autre.';
    throw notValid([{ field: 'tariff', message: typeset(message) }]);
  }
  if (rows === undefined) return understood(parseTariff(tariff));
  const last = rows.length - 1;
  if (missingQuotientRow !== undefined && rows[missingQuotientRow] === undefined) {
    const message = `Choisissez, pour les familles sans quotient connu, le rang d’une tranche, de 0 (la première) à ${last}.`;
    throw notValid([{ field: 'missingQuotientRow', message }]);
  }
  const named = missingQuotientRow === undefined || missingQuotientRow === last ? null : rows[missingQuotientRow];
  return understood(
    parseTariff({ type: 'BRACKETS', rows, ...(named ? { missingQuotient: { row: named.label } } : {}) }, ''),
  );
}

function understood(read: ReturnType<typeof parseTariff>): Tariff {
  if ('errors' in read) throw notValid(read.errors);
  return read.tariff;
}

function notValid(errors: readonly FieldError[]) {
  return reglementProblems.TARIFF_NOT_VALID(
    typeset('Ce tarif ne peut pas s’appliquer tel quel : corrigez les champs signalés, rien n’a été enregistré.'),
    { errors: errors.map(({ field, message }) => ({ field: field.replace(/^\./, ''), message })) },
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
