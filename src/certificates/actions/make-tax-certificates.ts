import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../collectivites/index.js';
import { type FamilyCard, FindFamilies } from '../../families/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { sumCents } from '../../kernel/money.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { NumberSeries } from '../../platform/numbering/number-series.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { eachInTurn } from '../../platform/tasks/each-in-turn.js';
import { FindPrestations } from '../../prestations/index.js';
import { TaxCertificateRow } from '../data/tax-certificate.entity.js';
import { taxCertificateToSend } from '../events.js';
import { certificatesProblems } from '../problems.js';
import { type TaxCertificate, TAX_CERTIFICATE_SERIES, taxCertificateNumber } from '../rules/tax-certificate.js';
import { CertificateSettingsOf } from './certificate-settings.js';
import { type CareLine, type FamilyCare, GatherCare } from './gather-care.js';

/** Makes the certificates of a year for all the families of a collectivité, each once, and mails them. */
@Injectable()
export class MakeTaxCertificates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly findPrestations: FindPrestations,
    private readonly settingsOf: CertificateSettingsOf,
    private readonly gatherCare: GatherCare,
    private readonly numbers: NumberSeries,
    private readonly outbox: Outbox,
  ) {}

  /** Answers how many were made now; those that were there stay as they are. Throws TAX_YEAR_NOT_OVER. */
  async run(collectiviteId: number, taxYear: number): Promise<number> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(collectivite.timeZone, this.clock.now());
    if (today.year <= taxYear) {
      throw certificatesProblems.TAX_YEAR_NOT_OVER(
        `L’année ${taxYear} n’est pas terminée : revenez à partir du 1er janvier.`,
      );
    }
    const signatory = await this.signatoryOf(collectivite);
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const names = new Map(prestations.map(({ id, name }) => [id, name]));
    const made = await eachInTurn(this.gatherCare.ofYear(collectiviteId, taxYear), (care) =>
      this.one(care, { collectivite, signatory, names, taxYear, today }),
    );
    return made.filter(Boolean).length;
  }

  /** For each collectivité that chose a day of January, once it has come: those of last year. */
  async all(): Promise<number> {
    const made = await eachInTurn(await this.findCollectivite.all(), async ({ id, timeZone }) => {
      const { januaryDay } = await this.settingsOf.read(id);
      const today = dateIn(timeZone, this.clock.now());
      const come = januaryDay !== null && today.month === 1 && today.day >= januaryDay;
      return come ? this.run(id, today.year - 1) : 0;
    });
    return made.reduce((sum, count) => sum + count, 0);
  }

  private async one({ familyId, lines }: FamilyCare, scene: Scene): Promise<boolean> {
    const told = lines.filter(({ careCents }) => careCents > 0);
    if (told.length === 0) return false;
    const collectiviteId = scene.collectivite.id;
    return this.database
      .unit(async () => {
        if (await this.isThere(collectiviteId, familyId, scene.taxYear)) return false;
        const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId)!;
        const number = await this.numbers.next(collectiviteId, TAX_CERTIFICATE_SERIES, scene.taxYear);
        // Whoever took the series before us may have made this one: it is looked for again, now that we hold it.
        if (await this.isThere(collectiviteId, familyId, scene.taxYear)) throw new AlreadyMade();
        const content = photograph(family, told, number, scene);
        const certificateId = await this.database.insert(TaxCertificateRow, {
          collectiviteId,
          familyId,
          taxYear: scene.taxYear,
          number,
          issuedOn: scene.today,
          totalCents: content.totalCents,
          content,
          pdfFileId: null,
        });
        const about = { collectiviteId, key: String(certificateId) };
        await this.outbox.emit(taxCertificateToSend, { collectiviteId, certificateId }, about);
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof AlreadyMade) return false;
        throw error;
      });
  }

  private async isThere(collectiviteId: number, familyId: number, taxYear: number): Promise<boolean> {
    return this.database.repository(TaxCertificateRow).existsBy({ collectiviteId, familyId, taxYear });
  }

  private async signatoryOf({ id, regisseurName }: CollectiviteRow): Promise<TaxCertificate['signatory']> {
    const { signatoryName, signatoryTitle } = await this.settingsOf.read(id);
    return { name: signatoryName ?? regisseurName, title: signatoryTitle ?? 'Le régisseur' };
  }
}

/** Rolls the unit back, and with it the number that was taken for nothing. */
class AlreadyMade extends Error {}

interface Scene {
  readonly collectivite: CollectiviteRow;
  readonly signatory: TaxCertificate['signatory'];
  /** Of the prestations, by id. */
  readonly names: ReadonlyMap<number, string>;
  readonly taxYear: number;
  readonly today: Temporal.PlainDate;
}

function photograph(
  family: FamilyCard,
  lines: readonly CareLine[],
  number: number,
  { collectivite, signatory, names, taxYear, today }: Scene,
): TaxCertificate {
  const { name, addressLine1, addressLine2, postalCode, city, siret, phone, email } = collectivite;
  const place = `${postalCode} ${city}`;
  const adults = family.guardians.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
  const children = [...groupedBy(lines, ({ child }) => child.childId).values()].map((own) => {
    const { child } = own[0]!;
    return {
      name: `${child.firstName} ${child.lastName}`,
      birthDate: child.birthDate.toString(),
      services: own.map(({ prestationId, careCents }) => ({ name: names.get(prestationId)!, cents: careCents })),
      cents: sumCents(own.map(({ careCents }) => careCents)),
    };
  });
  return {
    number: taxCertificateNumber(taxYear, number),
    taxYear,
    issuedOn: today.toString(),
    collectivite: {
      name,
      addressLines: [addressLine1, addressLine2, place].filter((line) => line !== null),
      siret,
      phone,
      email,
      city,
    },
    signatory,
    family: {
      familyId: family.familyId,
      names: adults.length > 0 ? adults : [`Famille ${family.name}`],
      addressLines: family.addressLines,
    },
    children,
    totalCents: sumCents(children.map(({ cents }) => cents)),
  };
}
