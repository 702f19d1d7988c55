import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type DateSpan, isBefore, spansOverlap, type Temporal } from '../../../kernel/civil-time.js';
import { groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { TariffVersionRow } from '../../data/tariff-version.entity.js';
import { type CompiledTariff, compileTariff, storedTariff, type Tariff } from '../../../reglement/index.js';
import { spanOf, versionOn } from '../../rules/versions.js';

/** The dated tariffs of some prestations. */
export class TariffBook {
  private readonly byPrestation: ReadonlyMap<number, readonly TariffVersionRow[]>;
  private readonly compiled = new Map<number, CompiledTariff>();

  constructor(versions: readonly TariffVersionRow[]) {
    this.byPrestation = groupedBy(versions, ({ prestationId }) => prestationId);
  }

  /** The prices in force on a date of service; null when the mairie has set none. */
  on(
    prestationId: number,
    date: Temporal.PlainDate,
  ): { readonly tariffId: number; readonly tariff: CompiledTariff } | null {
    const version = this.versionOn(prestationId, date);
    return version && { tariffId: version.id, tariff: this.compile(version) };
  }

  private compile({ id, grid }: TariffVersionRow): CompiledTariff {
    const known = this.compiled.get(id) ?? compileTariff(storedTariff(grid));
    this.compiled.set(id, known);
    return known;
  }

  /** All the versions of a prestation, past and to come. */
  versionsOf(prestationId: number): readonly Tariff[] {
    return (this.byPrestation.get(prestationId) ?? []).map(({ grid }) => storedTariff(grid));
  }

  /** The versions that hold on some of these dates, by date, each with the first of them on which it does. */
  within(
    prestationId: number,
    span: DateSpan,
  ): readonly { readonly from: Temporal.PlainDate; readonly tariff: Tariff }[] {
    return (this.byPrestation.get(prestationId) ?? [])
      .filter((version) => spansOverlap(spanOf(version), span))
      .map(({ fromDate, grid }) => ({
        from: isBefore(fromDate, span.from) ? span.from : fromDate,
        tariff: storedTariff(grid),
      }))
      .sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1));
  }

  versionOn(prestationId: number, date: Temporal.PlainDate): TariffVersionRow | null {
    return versionOn(this.byPrestation.get(prestationId) ?? [], date);
  }
}

@Injectable()
export class LoadTariffs {
  constructor(private readonly database: Database) {}

  async run(collectiviteId: number, prestationIds: readonly number[]): Promise<TariffBook> {
    const versions = await this.database.read(() =>
      this.database.repository(TariffVersionRow).findBy({ collectiviteId, prestationId: In([...prestationIds]) }),
    );
    return new TariffBook(versions);
  }
}
