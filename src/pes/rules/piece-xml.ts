import { sumCents } from '../../kernel/money.js';
import type { AttachmentReference, Bordereau, Debit, Debtor, Piece, PieceLine, PostalAddress } from './flow.js';
import { pesText, sepaText } from './pes-text.js';
import { changesAnother } from './triplets.js';
import { element, pesAmount, pesDate, type XmlNode } from './xml-node.js';

/** « BlocBordereau », in the order of Class_BordereauRecetteAller.xsd. */
export function bordereauXml(bordereau: Bordereau): XmlNode {
  const { exercise, number, issuedOn, triplet, pieces, cents, asapOn, subject } = bordereau;
  return element({
    Exer: String(exercise),
    IdBord: String(number),
    DteBordEm: pesDate(issuedOn),
    TypBord: triplet.bordereau,
    NbrPce: String(pieces),
    MtBordHt: pesAmount(cents),
    DteAsp: asapOn && pesDate(asapOn),
    Objet: subject === undefined ? undefined : pesText(subject, 160),
  });
}

/** « Piece », in the order of Class_TitreAller.xsd and Class_LigneTitreAller.xsd. */
export function pieceXml(piece: Piece, { triplet }: Bordereau): XmlNode {
  const { number, service, roll, edition, subject, debt, attachments, lines } = piece;
  return {
    Piece: element({
      BlocPiece: element({
        CodServ: service === undefined ? undefined : pesText(service, 10),
        IdPce: String(number),
        TypPce: triplet.piece,
        NatPce: triplet.nature,
        IdRol: roll === undefined ? undefined : String(roll),
        Edition: edition,
        ObjPce: pesText(subject, 160),
        NumDette: debt?.number,
        Per: debt && String(debt.period),
        Cle1: debt?.keyDigit,
        Cle2: debt?.keyLetter,
        PJRef: attachments.length > 0 ? attachments.map(referenceXml) : undefined,
      }),
      LigneDePiece: lines.map((line, index) => lineXml(line, index + 1, piece, changesAnother(triplet))),
    }),
  };
}

function referenceXml({ id, name, type }: AttachmentReference): XmlNode {
  return element({ Support: '01', IdUnique: id, NomPJ: name, TypePJ: type });
}

function lineXml(line: PieceLine, rank: number, { debtor, debit }: Piece, changes: boolean): XmlNode {
  return element({
    BlocLignePiece: element({
      InfoLignePiece: element({
        IdLigne: String(rank),
        ObjLignePce: pesText(line.subject, 160),
        CodProdLoc: line.product,
        Nature: line.nature,
        Fonction: line.function,
        Operation: line.operation,
        Majo: '0',
        TvaIntraCom: '0',
        MtHT: pesAmount(line.cents),
      }),
      // The debits of the lines of one piece differ by their amounts only, and add up to the debt.
      InfoPrelevementSEPA: debit && debitXml(debit, line),
      RattachPiece: changes && line.changes ? changedXml(line.changes) : undefined,
      LiensIdent: line.regie === undefined ? undefined : element({ IdRegie: pesText(line.regie, 10) }),
    }),
    Tiers: element({
      InfoTiers: debtorXml(debtor),
      Adresse: addressXml(debtor.address),
      CpteBancaire: debit && accountXml(debit),
    }),
  });
}

const SEQUENCES = { OOFF: '01', FRST: '02', RCUR: '03', FNAL: '04' } as const;

function debitXml({ on, sequence, mandate, label, otherHolder }: Debit, { cents }: PieceLine): XmlNode {
  return element({
    NatPrel: '01',
    PerPrel: '07',
    DtePrel: pesDate(on),
    MtPrel: pesAmount(cents),
    SequencePres: SEQUENCES[sequence],
    DateSignMandat: pesDate(mandate.signedOn),
    RefUniMdt: mandate.reference,
    LibPrel: sepaText(label, 140),
    TitCpteDiff: otherHolder ? '1' : undefined,
  });
}

function accountXml({ account }: Debit): XmlNode {
  return element({ BIC: account.bic, IBAN: account.iban, TitCpte: pesText(account.holder, 32) });
}

function changedXml({ exercise, piece, line }: NonNullable<PieceLine['changes']>): XmlNode {
  return element({
    NatPceOrig: '01',
    ExerRat: String(exercise),
    IdPceOrig: String(piece),
    IdLigneOrig: String(line),
  });
}

/** A parent is CatTiers 01 and NatJur 01; a commune 23 and 09. */
export function debtorXml(debtor: Debtor): XmlNode {
  const person = debtor.kind === 'PERSON' ? debtor : undefined;
  const siret = debtor.kind === 'PUBLIC_BODY' ? debtor.siret : undefined;
  return element({
    IdTiers: siret,
    NatIdTiers: siret && '01',
    RefTiers: debtor.reference,
    CatTiers: person ? '01' : '23',
    NatJur: person ? '01' : '09',
    TypTiers: '01',
    Civilite: person?.civility,
    Nom: pesText(debtor.name, 38),
    Prenom: person && pesText(person.firstName, 38),
  });
}

export function addressXml({ complement, street, postalCode, city }: PostalAddress): XmlNode {
  return element({
    TypAdr: '1',
    Adr1: complement === undefined ? undefined : pesText(complement, 38),
    Adr2: pesText(street, 38),
    CP: postalCode,
    Ville: pesText(city, 38),
    CodRes: '0',
  });
}

export function pieceCents({ lines }: Pick<Piece, 'lines'>): number {
  return sumCents(lines.map((line) => line.cents));
}
