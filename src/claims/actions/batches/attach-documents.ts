import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { FindInvoicePapers } from '../../../billing/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { typeset } from '../../../kernel/french.js';
import { asapParts, type Attachment, CheckSchema, type Fault, partBytes } from '../../../pes/index.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import type { TreasurySettingsRow } from '../../data/treasury-settings.entity.js';
import { pieceNumber } from '../../rules/batch.js';
import { asapOf, attachmentOf, type Issuer, issuerOf, type NumberedBatch } from '../../rules/batch-file.js';
import { senderOf } from '../../rules/treasury-settings.js';

interface Attaching {
  readonly batch: NumberedBatch & { readonly collectiviteId: number };
  readonly settings: TreasurySettingsRow;
  readonly version: string;
}

/** The documents of a bordereau's pieces, one after the other. */
@Injectable()
export class AttachDocuments {
  constructor(
    private readonly findCollectivite: FindCollectivite,
    private readonly findPapers: FindInvoicePapers,
    private readonly files: FileStore,
    private readonly schema: CheckSchema,
  ) {}

  /** Faults of the documents themselves are added to `faults`. */
  async *run(pieces: AsyncIterable<ClaimPieceRow>, attaching: Attaching, faults: Fault[]): AsyncGenerator<Attachment> {
    const { batch, settings } = attaching;
    const issuer = issuerOf(await this.findCollectivite.run(batch.collectiviteId));
    for await (const piece of pieces) {
      const reference = attachmentOf(batch, piece.pieceRank, settings);
      if (!reference) return;
      const description = `${reference.type === '006' ? 'Avis des sommes à payer' : 'Facture'} ${piece.content.invoiceNumber}`;
      if (reference.type === '006') {
        const content = await this.asap(piece, attaching, issuer, faults);
        yield { ...reference, mimeType: 'application/xml', description, content };
        continue;
      }
      const content = await this.invoice(piece);
      if (content) yield { ...reference, mimeType: 'application/pdf', description, content };
      else {
        const message = typeset(
          `La facture ${piece.content.invoiceNumber} n’est pas encore dessinée : réessayez dans une minute.`,
        );
        faults.push({ piece: pieceNumber(batch, piece.pieceRank), message });
      }
    }
  }

  private async asap(
    piece: ClaimPieceRow,
    { batch, settings, version }: Attaching,
    issuer: Issuer,
    faults: Fault[],
  ): Promise<Buffer> {
    const asap = asapOf(batch, piece, { settings, notice: settings.notice!, issuer });
    const head = {
      ...{ sender: senderOf(settings, version), kind: 'PESALR1' as const, writtenOn: batch.issuedOn },
      name: attachmentOf(batch, piece.pieceRank, settings)!.id,
    };
    const chunks: Buffer[] = [];
    for await (const part of this.schema.watch(stream(asapParts(asap, head)), faults)) chunks.push(partBytes(part));
    return Buffer.concat(chunks);
  }

  private async invoice({ collectiviteId, invoiceId }: ClaimPieceRow): Promise<Buffer | null> {
    const paper = (await this.findPapers.run(collectiviteId, [invoiceId])).get(invoiceId);
    const file = paper?.pdfFileId ? await this.files.find(collectiviteId, paper.pdfFileId) : null;
    return file ? buffer(this.files.read(file)) : null;
  }
}

async function* stream<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}
