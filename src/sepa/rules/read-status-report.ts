import type { Cents } from '../../kernel/money.js';
import type { XmlNode } from '../../kernel/xml.js';
import { nodesAt, readMessage, textAt } from './read-xml.js';

/** One debit that a bank refuses or sends back. */
export interface ReportedReject {
  /** Ours, as it was sent. */
  readonly endToEndId: string;
  /** ISO code, `AM04`; `MS03` (not told) where the bank gives none. */
  readonly reason: string;
  /** What the bank adds, 200 characters at most. */
  readonly detail: string | null;
  /** Null when the report does not repeat it. */
  readonly cents: Cents | null;
}

/** What a status report (pain.002.001.03 and later) says of one of our files. */
export interface StatusReport {
  readonly reportId: string;
  /** Message id of our file. */
  readonly messageId: string;
  /** The whole file was refused: nothing of it will be debited. */
  readonly wholeFile: { readonly reason: string; readonly detail: string | null } | null;
  /** Groups refused whole, by the id that we gave them. */
  readonly groups: readonly { readonly id: string; readonly reason: string; readonly detail: string | null }[];
  readonly rejects: readonly ReportedReject[];
}

/** A reject, in the words of the message. */
const REJECTED = 'RJCT';

/** Throws SyntaxError on what is not such a report. Debits that are accepted or pending are left out. */
export function readStatusReport(xml: string): StatusReport {
  const root = readMessage(xml);
  const isReport = /^urn:iso:std:iso:20022:tech:xsd:pain\.002\.001\.\d\d$/.test(
    root.attributes['xmlns'] ?? namespaceIn(root),
  );
  const [report] = nodesAt(root, 'CstmrPmtStsRpt');
  if (!isReport || !report) throw new SyntaxError('not a pain.002 status report');
  const [original] = nodesAt(report, 'OrgnlGrpInfAndSts');
  const messageId = original && textAt(original, 'OrgnlMsgId');
  if (!original || !messageId) throw new SyntaxError('the report names no file');
  const payments = nodesAt(report, 'OrgnlPmtInfAndSts');
  return {
    reportId: textAt(report, 'GrpHdr', 'MsgId') ?? '',
    messageId,
    wholeFile: textAt(original, 'GrpSts') === REJECTED ? reasonOf(original) : null,
    groups: payments
      .filter((payment) => textAt(payment, 'PmtInfSts') === REJECTED)
      .map((payment) => ({ id: textAt(payment, 'OrgnlPmtInfId') ?? '', ...reasonOf(payment) })),
    rejects: payments.flatMap((payment) => nodesAt(payment, 'TxInfAndSts').flatMap(rejectIn)),
  };
}

function rejectIn(transaction: XmlNode): ReportedReject[] {
  const endToEndId = textAt(transaction, 'OrgnlEndToEndId');
  if (textAt(transaction, 'TxSts') !== REJECTED || endToEndId === null) return [];
  const amount = textAt(transaction, 'OrgnlTxRef', 'Amt', 'InstdAmt');
  return [{ endToEndId, ...reasonOf(transaction), cents: amount === null ? null : centsIn(amount) }];
}

function reasonOf(node: XmlNode): { readonly reason: string; readonly detail: string | null } {
  const [information] = nodesAt(node, 'StsRsnInf');
  const code = information && (textAt(information, 'Rsn', 'Cd') ?? textAt(information, 'Rsn', 'Prtry'));
  const detail = information
    ? nodesAt(information, 'AddtlInf')
        .map(({ text }) => text)
        .join(' ')
    : '';
  return { reason: code && /^[A-Z0-9]{4}$/.test(code) ? code : 'MS03', detail: detail.slice(0, 200) || null };
}

/** « 45.6 » and « 45.60 » are the same amount. */
function centsIn(amount: string): Cents | null {
  const [, whole, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,5}))?$/.exec(amount) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(decimals.padEnd(2, '0').slice(0, 2));
}

/** A prefix on the root carries the namespace under its own name. */
function namespaceIn({ attributes }: XmlNode): string {
  return Object.entries(attributes).find(([name, value]) => name !== 'xsi' && value.startsWith('urn:iso'))?.[1] ?? '';
}
