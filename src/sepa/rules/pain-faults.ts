import type { XmlNode } from '../../kernel/xml.js';
import { PAIN_VERSIONS, type PainVersion } from './debit-file.js';
import { painShape, type Shape } from './pain-shape.js';
import { nodesAt, readMessage, textAt } from './read-xml.js';

/** More would not be read. */
const MOST_FAULTS = 50;

/**
 * What is wrong with a file of direct debits, read back from its own bytes: elements, their order and form, then what
 * no schema says, the counts, the control sums and references that are used once. In French; none when it can leave.
 */
export function painFaults(xml: string): string[] {
  let root: XmlNode;
  try {
    root = readMessage(xml);
  } catch (error) {
    return [`Le fichier ne se lit pas : ${(error as Error).message}.`];
  }
  const version = PAIN_VERSIONS.find((one) => root.attributes['xmlns'] === `urn:iso:std:iso:20022:tech:xsd:${one}`);
  if (!version) return ['Le fichier n’est pas un pain.008.001.02 ni un pain.008.001.08.'];
  const faults = [...shapeFaults(root, version)].slice(0, MOST_FAULTS);
  return faults.length > 0 ? faults : sumFaults(root);
}

function* shapeFaults(root: XmlNode, version: PainVersion): Generator<string> {
  const document: XmlNode = { name: '', attributes: {}, text: '', children: [root] };
  yield* faultsIn(document, painShape(version), '');
}

function* faultsIn(node: XmlNode, shape: Shape, path: string): Generator<string> {
  if ('text' in shape) {
    if (node.children.length > 0) yield `${path} : un texte est attendu.`;
    else if (!shape.text.test(node.text)) yield `${path} : « ${node.text.slice(0, 40)} » n’a pas la forme attendue.`;
    if (shape.currency && node.attributes['Ccy'] !== 'EUR') yield `${path} : la monnaie est l’euro.`;
    return;
  }
  let next = 0;
  for (const [name, inner, times] of shape.elements) {
    const first = next;
    while (node.children[next]?.name === name) next += 1;
    const count = next - first;
    if (count === 0 && times !== '0-1') yield `${path}/${name} : élément manquant, ou placé ailleurs.`;
    if (count > 1 && times !== '1-n') yield `${path}/${name} : élément répété.`;
    for (const [rank, child] of node.children.slice(first, next).entries())
      yield* faultsIn(child, inner, `${path}/${name}${times === '1-n' ? `[${rank + 1}]` : ''}`);
  }
  const left = node.children[next];
  if (left) yield `${path}/${left.name} : élément inattendu à cette place.`;
}

function sumFaults(root: XmlNode): string[] {
  const header = nodesAt(root, 'CstmrDrctDbtInitn', 'GrpHdr')[0]!;
  const groups = nodesAt(root, 'CstmrDrctDbtInitn', 'PmtInf');
  const all = groups.flatMap((group) => nodesAt(group, 'DrctDbtTxInf'));
  const references = all.map((debit) => textAt(debit, 'PmtId', 'EndToEndId'));
  const groupIds = groups.map((group) => textAt(group, 'PmtInfId'));
  return [
    ...totalFaults('Le fichier', header, all),
    ...groups.flatMap((group) =>
      totalFaults(`Le lot ${textAt(group, 'PmtInfId')}`, group, nodesAt(group, 'DrctDbtTxInf')),
    ),
    ...(new Set(references).size < references.length ? ['Une référence de bout en bout sert deux fois.'] : []),
    ...(new Set(groupIds).size < groupIds.length ? ['Une référence de lot sert deux fois.'] : []),
  ];
}

function totalFaults(what: string, told: XmlNode, debits: readonly XmlNode[]): string[] {
  const sum = debits.reduce((total, debit) => total + centsIn(textAt(debit, 'InstdAmt')), 0);
  return [
    ...(Number(textAt(told, 'NbOfTxs')) === debits.length
      ? []
      : [`${what} n’annonce pas le nombre de ses prélèvements.`]),
    ...(centsIn(textAt(told, 'CtrlSum')) === sum ? [] : [`${what} n’annonce pas le total de ses prélèvements.`]),
  ];
}

function centsIn(amount: string | null): number {
  return Number((amount ?? '').replace('.', ''));
}
