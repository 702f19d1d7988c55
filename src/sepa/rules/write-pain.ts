import { XMLBuilder } from 'fast-xml-parser';
import type { Cents } from '../../kernel/money.js';
import { sumCents } from '../../kernel/money.js';
import type { Debit, DebitCreditor, DebitFile, DebitGroup, PainVersion, StructuredAddress } from './debit-file.js';
import { sepaText } from './sepa-text.js';

const BUILDER = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, indentBy: '  ' });
/** Banks write « € 45.60 »: two decimals, a dot. */
const amount = (cents: Cents) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/**
 * A file of direct debits, piece by piece: memory does not grow with the debits. Elements in the order of the schemas
 * of pain.008.001.02 and .08, which differ here by BIC and BICFI. Nothing is judged: see
 * `debitFileFaults` and `painFaults`.
 */
export async function* writePain(file: DebitFile): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${file.version}">\n<CstmrDrctDbtInitn>\n`;
  yield BUILDER.build({ GrpHdr: groupHeader(file) });
  for (const group of file.groups) {
    yield '<PmtInf>\n';
    yield BUILDER.build(paymentInformation(file, group));
    for await (const debit of group.debits) yield BUILDER.build({ DrctDbtTxInf: transaction(debit, file.version) });
    yield '</PmtInf>\n';
  }
  yield '</CstmrDrctDbtInitn>\n</Document>\n';
}

function groupHeader({ messageId, createdAt, initiator, groups }: DebitFile): object {
  const { name, siret } = initiator;
  return {
    MsgId: messageId,
    CreDtTm: createdAt.toString({ smallestUnit: 'second' }),
    NbOfTxs: groups.reduce((total, { count }) => total + count, 0),
    CtrlSum: amount(sumCents(groups.map(({ cents }) => cents))),
    InitgPty: {
      Nm: sepaText(name, 70),
      ...(siret ? { Id: { OrgId: { Othr: { Id: siret, SchmeNm: { Prtry: 'SIRET' } } } } } : {}),
    },
  };
}

function paymentInformation({ version, creditor, regie, collectedOn }: DebitFile, group: DebitGroup): object {
  return {
    PmtInfId: group.id,
    PmtMtd: 'DD',
    NbOfTxs: group.count,
    CtrlSum: amount(group.cents),
    PmtTpInf: { SvcLvl: { Cd: 'SEPA' }, LclInstrm: { Cd: 'CORE' }, SeqTp: group.sequence },
    ReqdColltnDt: collectedOn.toString(),
    Cdtr: {
      Nm: sepaText(creditor.name, 70),
      ...(creditor.address ? { PstlAdr: addressOf(creditor.address) } : {}),
    },
    CdtrAcct: { Id: { IBAN: creditor.iban } },
    CdtrAgt: agent(creditor.bic, version),
    UltmtCdtr: { Nm: sepaText(regie.name, 70), Id: { OrgId: { Othr: { Id: regie.dftIban } } } },
    ChrgBr: 'SLEV',
    CdtrSchmeId: schemeId(creditor),
  };
}

function transaction({ endToEndId, cents, mandate, signedOn, holder, iban, bic, label }: Debit, version: PainVersion) {
  return {
    PmtId: { EndToEndId: endToEndId },
    InstdAmt: { '@Ccy': 'EUR', '#text': amount(cents) },
    DrctDbtTx: { MndtRltdInf: { MndtId: mandate, DtOfSgntr: signedOn.toString(), AmdmntInd: 'false' } },
    DbtrAgt: agent(bic, version),
    Dbtr: { Nm: sepaText(holder, 70) },
    DbtrAcct: { Id: { IBAN: iban } },
    RmtInf: { Ustrd: sepaText(label, 140) },
  };
}

function agent(bic: string | null, version: PainVersion): object {
  const named = version === 'pain.008.001.02' ? { BIC: bic } : { BICFI: bic };
  return { FinInstnId: bic ? named : { Othr: { Id: 'NOTPROVIDED' } } };
}

function schemeId({ ics }: DebitCreditor): object {
  return { Id: { PrvtId: { Othr: { Id: ics, SchmeNm: { Prtry: 'SEPA' } } } } };
}

/** The same fields in both versions; free lines are on their way out. */
function addressOf({ street, postalCode, city }: StructuredAddress): object {
  const streetName = street ? sepaText(street, 70) : '';
  return { ...(streetName ? { StrtNm: streetName } : {}), PstCd: postalCode, TwnNm: sepaText(city, 35), Ctry: 'FR' };
}
