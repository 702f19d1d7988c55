import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { accountLabel } from '../../ledger/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { type EntryWithDocument, FindLedgerEntries } from '../actions/find-ledger-entries.js';
import { collectivitePath } from './collectivite-path.js';
import { LedgerEntriesQuery, LedgerEntryDto, LedgerTotalDto, lineFilterOf } from './ledger-entries.dto.js';

@AdministrationApi('États d’encaissement')
@Controller('collectivites/:collectiviteId/ledger-entries')
export class LedgerEntriesController {
  constructor(private readonly findEntries: FindLedgerEntries) {}

  /**
   * Lister les écritures comptables qui font un montant
   *
   * Celles qui ont une ligne comme demandé, entières, dans l’ordre où elles ont été passées, chacune avec sa pièce.
   */
  @Get()
  @Allowed('regisseur', 'administrateur')
  @ApiPage(LedgerEntryDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: LedgerEntriesQuery,
  ): Promise<Page<LedgerEntryDto>> {
    const limit = limitOf(query);
    const after = query.after === undefined ? {} : { after: query.after };
    const entries = await this.findEntries.page(collectiviteId, lineFilterOf(query), { limit, ...after });
    return pageOf(entries, limit, (entry) => entryView(collectiviteId, entry));
  }

  /** Compter ces écritures, et voir ce que font leurs lignes */
  @Get('total')
  @Allowed('regisseur', 'administrateur')
  total(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: LedgerEntriesQuery,
  ): Promise<LedgerTotalDto> {
    return this.findEntries.total(collectiviteId, lineFilterOf(query));
  }
}

function entryView(collectiviteId: number, entry: EntryWithDocument): LedgerEntryDto {
  const { entryId, rank, date, postedAt, source, label, document, cents, lines } = entry;
  return {
    ...{ entryId, rank, on: date, postedAt, kind: source.kind, label, cents },
    document: document && { number: document.number, href: `${collectivitePath(collectiviteId)}/${document.path}` },
    lines: lines.map((line) => ({
      account: line.account,
      accountLabel: accountLabel(line.account),
      cents: line.cents,
      familyId: line.familyId ?? null,
      invoiceId: line.invoiceId ?? null,
      prestationId: line.prestationId ?? null,
      asked: line.asked,
    })),
  };
}
