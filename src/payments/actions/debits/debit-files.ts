import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CollectiviteRow } from '../../../collectivites/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { sumCents } from '../../../kernel/money.js';
import type { SepaSettings } from '../../../mandates/index.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { SealedFiles } from '../../../platform/files/sealed-files.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { Vault } from '../../../platform/secrets/vault.js';
import {
  type Debit,
  debitFaults,
  type DebitFile,
  type DebitGroup,
  fileFaults,
  painFaults,
  type SequenceType,
  writePain,
} from '../../../sepa/index.js';
import type { DebitRunRow } from '../../data/debit-run.entity.js';
import { paymentsProblems } from '../../problems.js';

/** A debit as the file carries it, and what it is for. */
export interface FrozenDebit extends Debit {
  readonly sequence: SequenceType;
  readonly familyId: number;
  readonly invoiceId: number;
  readonly invoiceNumber: string;
  readonly mandateId: number;
}

interface FileFacts {
  readonly collectivite: CollectiviteRow;
  readonly settings: SepaSettings;
  readonly messageId: string;
  readonly collectedOn: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  /** Of the run that the file belongs to. */
  readonly reference: string;
}

const COLUMN = { table: 'debit_runs', column: 'file_id', reference: 'reference' };

/** Files of debits: written once, judged, sealed; the same bytes ever after. */
@Injectable()
export class DebitFiles implements OnModuleInit {
  constructor(
    private readonly vault: Vault,
    private readonly secrets: Secrets,
    private readonly files: FileStore,
    private readonly sealedFiles: SealedFiles,
  ) {}

  onModuleInit(): void {
    this.vault.declareFile(COLUMN);
  }

  /** Throws DEBIT_FILE_REFUSED with all that is wrong, DATA_KEY_MISSING. */
  async freeze(
    facts: FileFacts,
    debits: readonly FrozenDebit[],
  ): Promise<{ readonly fileId: number; readonly fileDigest: string }> {
    const { id: collectiviteId, timeZone } = facts.collectivite;
    const file = fileOf(facts, debits);
    refuse([
      ...fileFaults(file, dateIn(timeZone, facts.now)),
      ...debits.flatMap((debit) => debitFaults(debit).map((fault) => `facture ${debit.invoiceNumber} : ${fault}`)),
    ]);
    const pieces: string[] = [];
    for await (const piece of writePain(file)) pieces.push(piece);
    const xml = pieces.join('');
    refuse(painFaults(xml));
    const named = { collectiviteId, name: `${facts.messageId}.xml`, mediaType: 'application/xml' };
    const owner = { ...COLUMN, collectiviteId, row: facts.reference };
    const fileId = await this.sealedFiles.put({ ...named, content: Buffer.from(xml) }, owner);
    return { fileId, fileDigest: this.secrets.digest(xml) };
  }

  /** The bytes as they were made. Throws when they are not those any more. */
  async read({ collectiviteId, fileId, fileDigest, reference }: DebitRunRow): Promise<Buffer> {
    const file = await this.files.find(collectiviteId, fileId);
    const content = await this.sealedFiles.read(file!, { ...COLUMN, collectiviteId, row: reference });
    if (this.secrets.digest(content.toString()) !== fileDigest)
      throw new Error('a file of debits is not what was made');
    return content;
  }
}

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const errors = faults.slice(0, 50).map((message) => ({ field: 'file', message }));
  throw paymentsProblems.DEBIT_FILE_REFUSED(
    'Le fichier ne peut pas partir ainsi, et rien n’a été enregistré : corrigez ce qui est signalé.',
    { errors },
  );
}

function fileOf(facts: FileFacts, debits: readonly FrozenDebit[]): DebitFile {
  const { collectivite, settings, messageId, collectedOn, now } = facts;
  const { ddfipCity, ddfipPostalCode, ddfipStreet } = settings;
  return {
    version: settings.painVersion,
    messageId,
    createdAt: now.toZonedDateTimeISO(collectivite.timeZone).toPlainDateTime(),
    initiator: { name: settings.creditorName, siret: collectivite.siret },
    creditor: {
      name: settings.ddfipName!,
      address:
        ddfipCity && ddfipPostalCode ? { street: ddfipStreet, postalCode: ddfipPostalCode, city: ddfipCity } : null,
      iban: settings.creditedIban!,
      bic: settings.creditedBic!,
      ics: settings.ics,
    },
    regie: { name: collectivite.regieLabel ?? collectivite.name, dftIban: settings.dftIban! },
    collectedOn,
    groups: (['FRST', 'RCUR'] as const).flatMap((sequence) => group(messageId, sequence, debits)),
  };
}

function group(messageId: string, sequence: SequenceType, debits: readonly FrozenDebit[]): DebitGroup[] {
  const own = debits.filter((debit) => debit.sequence === sequence);
  const cents = sumCents(own.map((debit) => debit.cents));
  return own.length === 0 ? [] : [{ id: `${messageId}-${sequence}`, sequence, count: own.length, cents, debits: own }];
}
