export type { Asap, AsapIssuer, AsapLine, AsapOffice } from './asap.js';
export { type BordereauCheck, checkingBordereau } from './check-bordereau.js';
export { checkPiece } from './check-piece.js';
export { checkSender } from './check-sender.js';
export type { FileHead } from './envelope-xml.js';
export type { Fault } from './fault.js';
export type {
  Attachment,
  AttachmentReference,
  AttachmentType,
  Bordereau,
  Debit,
  Debt,
  Debtor,
  Edition,
  Person,
  Piece,
  PieceLine,
  PostalAddress,
  PublicBody,
  Sender,
} from './flow.js';
export { attachmentId, type AttachmentRole, type BordereauIdentity, debtNumber, fileName } from './identifiers.js';
export { datamatrixText, type OpticalLines, opticalLines, type OpticalSettings } from './optical-line.js';
export { type DebtIdentity, debtKeyDigit, debtKeyLetter } from './ormc-keys.js';
export { pesText } from './pes-text.js';
export { pieceCents } from './piece-xml.js';
export { type Acquit, type AcquitElement, type AcquitError, readAcquit } from './read-acquit.js';
export {
  type LineState,
  type PieceState,
  readRetour,
  type ReturnedCollection,
  type ReturnedLine,
  type ReturnedPiece,
} from './read-retour.js';
export { Refusal } from './refusal.js';
export { ORMC, parseTriplet, RECAPITULATIVE, REDUCTION, TITRE, type Triplet, tripletText } from './triplets.js';
export { asapCents, asapParts } from './write-asap.js';
export { type BordereauToWrite, partBytes, type Recette, recetteParts } from './write-recette.js';
export type { XmlPart } from './xml-parts.js';
