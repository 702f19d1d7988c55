import { PAIN_VERSIONS, type PainVersion } from './debit-file.js';

/** What an element holds: text of a form, with or without a currency, or elements in this order. */
export type Shape =
  | { readonly text: RegExp; readonly currency?: true }
  | { readonly elements: readonly (readonly [name: string, shape: Shape, times: '1' | '0-1' | '1-n'])[] };

/**
 * The parts of pain.008 that are written here, from the schemas of ISO 20022, narrowed to what the SEPA Core rulebook
 * takes: one IBAN, euros, the characters of the messages, structured addresses.
 */
export function painShape(version: PainVersion): Shape {
  const bic = version === PAIN_VERSIONS[0] ? 'BIC' : 'BICFI';
  const agent = holding(['FinInstnId', either(bic, BIC), '1']);
  const address = holding(
    ['StrtNm', text(70), '0-1'],
    ['PstCd', text(16), '0-1'],
    ['TwnNm', text(35), '1'],
    ['Ctry', form(/^[A-Z]{2}$/), '1'],
  );
  const organisation = holding(['OrgId', holding(['Othr', named(), '1']), '1']);
  const account = holding(['Id', holding(['IBAN', form(/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/), '1']), '1']);
  const header = holding(
    ['MsgId', text(35), '1'],
    ['CreDtTm', form(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/), '1'],
    ['NbOfTxs', COUNT, '1'],
    ['CtrlSum', AMOUNT, '1'],
    ['InitgPty', holding(['Nm', text(70), '1'], ['Id', organisation, '0-1']), '1'],
  );
  const mandate = holding(
    ['MndtId', text(35), '1'],
    ['DtOfSgntr', DATE, '1'],
    ['AmdmntInd', form(/^(true|false)$/), '1'],
  );
  const transaction = holding(
    ['PmtId', holding(['EndToEndId', text(35), '1']), '1'],
    ['InstdAmt', { ...AMOUNT, currency: true }, '1'],
    ['DrctDbtTx', holding(['MndtRltdInf', mandate, '1']), '1'],
    ['DbtrAgt', agent, '1'],
    ['Dbtr', holding(['Nm', text(70), '1']), '1'],
    ['DbtrAcct', account, '1'],
    ['RmtInf', holding(['Ustrd', text(140), '1']), '0-1'],
  );
  const type = holding(
    ['SvcLvl', holding(['Cd', form(/^SEPA$/), '1']), '1'],
    ['LclInstrm', holding(['Cd', form(/^CORE$/), '1']), '1'],
    ['SeqTp', form(/^(FRST|RCUR)$/), '1'],
  );
  const information = holding(
    ['PmtInfId', text(35), '1'],
    ['PmtMtd', form(/^DD$/), '1'],
    ['NbOfTxs', COUNT, '1'],
    ['CtrlSum', AMOUNT, '1'],
    ['PmtTpInf', type, '1'],
    ['ReqdColltnDt', DATE, '1'],
    ['Cdtr', holding(['Nm', text(70), '1'], ['PstlAdr', address, '0-1']), '1'],
    ['CdtrAcct', account, '1'],
    ['CdtrAgt', agent, '1'],
    ['UltmtCdtr', holding(['Nm', text(70), '1'], ['Id', organisation, '1']), '0-1'],
    ['ChrgBr', form(/^SLEV$/), '1'],
    ['CdtrSchmeId', holding(['Id', holding(['PrvtId', holding(['Othr', named(), '1']), '1']), '1']), '1'],
    ['DrctDbtTxInf', transaction, '1-n'],
  );
  const initiation = holding(['GrpHdr', header, '1'], ['PmtInf', information, '1-n']);
  return holding(['Document', holding(['CstmrDrctDbtInitn', initiation, '1']), '1']);
}

const DATE = form(/^\d{4}-\d\d-\d\d$/);
const COUNT = form(/^\d{1,15}$/);
/** A cent at least, and what a SEPA debit may be at most (EPC130-08: 999,999,999.99). */
const AMOUNT = form(/^(?!0+\.00$)\d{1,9}\.\d\d$/) as { readonly text: RegExp };
/** The narrower form of 2009; that of 2019 lets digits in, which no bank of the zone has used. */
const BIC = form(/^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/);

function form(pattern: RegExp): Shape {
  return { text: pattern };
}

function text(max: number): Shape {
  return form(new RegExp(`^(?! )[0-9A-Za-z/?:().,'+ -]{1,${max}}(?<! )$`));
}

function holding(...elements: (readonly [string, Shape, '1' | '0-1' | '1-n'])[]): Shape {
  return { elements };
}

/** An identifier and the name of who gave it. */
function named(): Shape {
  return holding(['Id', text(35), '1'], ['SchmeNm', holding(['Prtry', text(35), '1']), '0-1']);
}

/** A bank by its BIC, or said not to be provided. */
function either(bic: string, shape: Shape): Shape {
  return holding([bic, shape, '0-1'], ['Othr', holding(['Id', form(/^NOTPROVIDED$/), '1']), '0-1']);
}
