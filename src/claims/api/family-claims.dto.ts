import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';

export class OnlineClaimDto {
  /** @example "https://www.payfip.gouv.fr" */
  url!: string;

  /** L’identifiant de la collectivité, à saisir sur la page. @example "012345" */
  identifier!: string;

  /** La référence de la dette, à saisir sur la page. @example "202600000417000001" */
  reference!: string;
}

export class ClaimDebitDto {
  @DayField({ example: '2026-12-28' })
  on!: Temporal.PlainDate;

  /** @example "Cette somme sera prélevée le 28 décembre 2026 par la Trésorerie : vous n’avez rien à faire." */
  words!: string;
}

export class FamilyClaimDto {
  /** @example 31 */
  invoiceId!: number;

  /** @example "F-2026-000031" */
  invoiceNumber!: string;

  /** Le bordereau ou le rôle. @example "Rôle n° 12 de 2026" */
  title!: string;

  /** Le numéro du titre, ou de l’article du rôle. @example 417 */
  piece!: number;

  /** La pièce, pour son avis. @example 96 */
  pieceId!: number;

  /** Vrai quand l’avis des sommes à payer se télécharge ici. @example true */
  hasNotice!: boolean;

  /** Ce qui reste dû, en centimes. @example 4560 */
  openCents!: number;

  /**
   * Comment payer en ligne ; absent quand les titres ne se paient pas en ligne, ou quand seul l’avis des sommes à payer
   * porte la référence.
   */
  online!: OnlineClaimDto | null;

  /** Le prélèvement par la Trésorerie ; absent sans mandat. Jusqu’à ce jour, rien n’est à payer en ligne. */
  debit!: ClaimDebitDto | null;

  /** Le service de gestion comptable qui répond des paiements. @example "SGC de Valmont" */
  office!: string | null;
}
