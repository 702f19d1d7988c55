import { sumCents } from '../../kernel/money.js';
import type { Asap, AsapIssuer, AsapLine, AsapOffice } from './asap.js';
import { type FileHead, headXml } from './envelope-xml.js';
import { pesText } from './pes-text.js';
import { addressXml, debtorXml } from './piece-xml.js';
import { element, pesAmount, pesDate, type XmlNode, xmlOf } from './xml-node.js';
import { close, openPesAller, type XmlPart } from './xml-parts.js';

/** What the debtor owes: discounts taken off. Throws RangeError when nothing is left. */
export function asapCents(lines: readonly AsapLine[]): number {
  const total = sumCents(lines.map(({ of, cents }) => (of === 'DISCOUNT' ? -cents : cents)));
  if (total < 1) throw new RangeError(`an avis des sommes à payer of ${total} cents asks for nothing`);
  return total;
}

/** A file of its own, to be attached to the titre that it announces. In the order of Class_FacturePESIndiv.xsd. */
export function* asapParts(asap: Asap, head: FileHead): Generator<XmlPart> {
  const root = openPesAller(headXml(head));
  yield root;
  yield { kind: 'item', xml: `${xmlOf({ PES_Facture: factureXml(asap) })}\n`, piece: asap.titre.piece };
  yield close(root);
}

function factureXml(asap: Asap): XmlNode {
  const { titre, issuedOn, issuer, paymentCentre, treasury } = asap;
  return element({
    IdVer: '2',
    Annee: String(titre.exercise),
    TypeFact: '09',
    Date: pesDate(issuedOn),
    Emetteur: issuerXml(issuer),
    Tiers: [officeXml(paymentCentre, '25'), officeXml(treasury, '26')],
    FactureIndiv: invoiceXml(asap),
    Nomenclatures: element({}),
  });
}

function issuerXml({
  name,
  siret,
  address,
  phone,
  openingHours,
  onlinePayment,
  emitter,
  signatory,
}: AsapIssuer): XmlNode {
  return element({
    InfoTiers: element({
      IdTiers: siret,
      NatIdTiers: '01',
      CatTiers: '23',
      NatJur: '09',
      TypTiers: '20',
      Nom: pesText(name, 38),
    }),
    Adresse: addressXml(address),
    InfoSuppl: element({
      NumTel: phone === undefined ? undefined : pesText(phone, 20),
      HorairesOuv: openingHours === undefined ? undefined : pesText(openingHours, 38),
      CodeTipi: onlinePayment?.code,
      AdrTipi: onlinePayment?.url,
      RefBdf: emitter,
    }),
    Signataire: element({
      Personne: element({ Nom: pesText(signatory.name, 38), Prenom: pesText(signatory.firstName, 38) }),
      Role: pesText(signatory.role, 50),
    }),
  });
}

function officeXml({ name, address }: AsapOffice, type: '25' | '26'): XmlNode {
  return element({
    InfoTiers: element({ CatTiers: '20', NatJur: '07', TypTiers: type, Nom: pesText(name, 38) }),
    Adresse: addressXml(address),
  });
}

function invoiceXml(asap: Asap): XmlNode {
  const { issuedOn, number, debtor, subject, lines, titre, optical } = asap;
  const total = pesAmount(asapCents(lines));
  return element({
    DateEmission: pesDate(issuedOn),
    NumeroFacture: pesText(number, 50),
    Debiteur: element({ InfoTiers: debtorXml(debtor), Adresse: addressXml(debtor.address) }),
    Objet: pesText(subject, 160),
    LigneFacture: lines.map((line, index) => lineXml(line, index + 1)),
    TotalAPayer: element({ MtTotalHT: total, MtTotalTVA: '0', MtTotalTTC: total }),
    RefTitre: element({
      Exercice: String(titre.exercise),
      NumBordereau: String(titre.bordereau),
      NumTitre: String(titre.piece),
      NumLigne: '1',
    }),
    TalonOptique2Lignes: element({ Ligne1: optical.first, Ligne2: optical.second }),
    ModalitesReglement: pesText(asap.paymentTerms, 250),
    ModalitesContestation: pesText(asap.contestation, 420),
    ModeRecouvrement: '1',
    ConditionsGen: pesText(asap.conditions, 250),
  });
}

function lineXml({ from, to, label, cents, of }: AsapLine, rank: number): XmlNode {
  const amount = pesAmount(cents);
  return element({
    DateDebut: pesDate(from),
    DateFin: pesDate(to),
    Libelle: pesText(of === 'DISCOUNT' ? `Remise ${label}` : label, 200),
    Quantite: typeof of === 'object' ? String(of.quantity) : undefined,
    MtUnitaire: typeof of === 'object' ? pesAmount(of.unitCents) : undefined,
    MtBase: of === 'AMOUNT' ? amount : undefined,
    MtRemise: of === 'DISCOUNT' ? amount : undefined,
    MtHT: amount,
    TauxTVA: '0',
    MtTVA: '0',
    MtTTC: amount,
    Ordre: String(rank),
  });
}
