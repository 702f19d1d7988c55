import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import type { ChildCard } from '../../families/index.js';
import { DayField, IdsField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { FilesField, type UploadedFile } from '../../platform/http/uploads.js';
import type { Thread } from '../actions/read-thread.js';
import type { DemandeRow } from '../data/demande.entity.js';
import { DEMANDE_CATEGORIES, DEMANDE_STATES, type DemandeCategory, type DemandeState } from '../rules/demande-state.js';

export class DemandesQuery extends PageQuery {
  /**
   * Seulement celles dans cet état : `RECEIVED` (reçue), `IN_PROGRESS` (en cours), `ANSWERED` (répondue) ou `CLOSED`
   * (close).
   * @example "RECEIVED"
   */
  @IsOptional()
  @IsIn(DEMANDE_STATES)
  state?: DemandeState;

  /**
   * Seulement celles de cette catégorie : `RESERVATION`, `BILLING` (facturation), `ABSENCE`, `DOCUMENT` ou `OTHER`
   * (autre).
   * @example "ABSENCE"
   */
  @IsOptional()
  @IsIn(DEMANDE_CATEGORIES)
  category?: DemandeCategory;
}

/** As JSON, or as a multipart form when files are attached. */
export class NewDemandeDto {
  /** `RESERVATION`, `BILLING` (facturation), `ABSENCE`, `DOCUMENT` ou `OTHER` (autre). @example "ABSENCE" */
  @IsIn(DEMANDE_CATEGORIES)
  category!: DemandeCategory;

  /** @example "Absence de Léa mardi" */
  @Typed({ max: 160 })
  subject!: string;

  /**
   * Texte simple, avec des retours à la ligne.
   * @example "Bonjour, Léa est malade. Vous trouverez le certificat ci-joint."
   */
  @Typed({ max: 20_000, multiline: true })
  message!: string;

  @IdsField({ max: 12, optional: true, description: 'Les enfants dont il s’agit, parmi ceux du foyer.' })
  childIds?: number[] | null;

  @DayField({ optional: true, description: 'Le jour dont il s’agit, ou le premier.' })
  from?: Temporal.PlainDate | null;

  @DayField({ optional: true, description: 'Le dernier jour, compris ; absent : ce jour seul.' })
  to?: Temporal.PlainDate | null;

  @FilesField({ min: 0, max: 5 })
  files?: UploadedFile[];
}

/** As JSON, or as a multipart form when files are attached. */
export class NewMessageDto {
  /** Texte simple, avec des retours à la ligne. @example "Merci, je vous envoie la suite demain." */
  @Typed({ max: 20_000, multiline: true })
  message!: string;

  @FilesField({ min: 0, max: 5 })
  files?: UploadedFile[];
}

export class DemandeStateDto {
  /** `IN_PROGRESS` (en cours), `ANSWERED` (répondue) ou `CLOSED` (close). @example "IN_PROGRESS" */
  @IsIn(DEMANDE_STATES)
  state!: DemandeState;
}

export class ConcernedChildDto {
  /** @example 7 */
  childId!: number;
  /** @example "Léa" */
  firstName!: string;
  /** @example "DURAND" */
  lastName!: string;
}

export class DemandeDto {
  /** @example 12 */
  id!: number;
  /** Rappelé dans l’accusé de réception. @example "D-2026-000012" */
  reference!: string;
  /** `RESERVATION`, `BILLING` (facturation), `ABSENCE`, `DOCUMENT` ou `OTHER` (autre). @example "ABSENCE" */
  category!: DemandeCategory;
  /** @example "Absence de Léa mardi" */
  subject!: string;
  /** `RECEIVED` (reçue), `IN_PROGRESS` (en cours), `ANSWERED` (répondue) ou `CLOSED` (close). @example "ANSWERED" */
  state!: DemandeState;
  /** Les enfants dont il s’agit ; vide quand la demande n’en nomme aucun. */
  children!: ConcernedChildDto[];
  @DayField({ optional: true, description: 'Le premier jour dont il s’agit.' })
  from!: Temporal.PlainDate | null;
  @DayField({ optional: true, description: 'Le dernier, compris.' })
  to!: Temporal.PlainDate | null;
  @MomentField({ description: 'Quand la mairie l’a reçue.' })
  receivedAt!: Temporal.Instant;
  @MomentField()
  updatedAt!: Temporal.Instant;
}

/** A demande in the list of its family. */
export class OwnDemandeDto extends DemandeDto {
  /** La mairie a écrit quelque chose que vous n’avez pas encore lu, sur aucun appareil. @example true */
  unread!: boolean;
}

export class ReadingDto {
  /** Le dernier message lu. @example 26 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  messageId!: number;
}

/** A demande in the mairie's list. */
export class FamilyDemandeDto extends DemandeDto {
  /** @example 4 */
  familyId!: number;
  /** @example "DURAND" */
  familyName!: string;
}

export class AttachmentDto {
  /** @example 31 */
  id!: number;
  /** @example "certificat.pdf" */
  name!: string;
  /** Ce que montre le contenu. @example "application/pdf" */
  mediaType!: string;
  /** Octets. @example 48213 */
  size!: number;
}

export class MessageDto {
  /** @example 25 */
  id!: number;
  /** Vrai quand la mairie l’a écrit. @example false */
  fromMairie!: boolean;
  /** @example "Camille Durand" */
  authorName!: string;
  /** Texte simple, avec des retours à la ligne : à afficher comme du texte. @example "Bonjour, Léa est malade." */
  body!: string;
  @MomentField()
  writtenAt!: Temporal.Instant;
  attachments!: AttachmentDto[];
}

export class ThreadDto extends DemandeDto {
  /** Les plus anciens d’abord. */
  messages!: MessageDto[];
}

/** A demande as the mairie reads it. */
export class FamilyThreadDto extends ThreadDto {
  /** @example 4 */
  familyId!: number;
  /** @example "DURAND" */
  familyName!: string;
}

export function demandeDto(row: DemandeRow, concerned: readonly ChildCard[] = []): DemandeDto {
  const { id, reference, category, subject, state, fromDate, toDate, createdAt, updatedAt } = row;
  return {
    ...{ id, reference, category, subject, state },
    children: concerned.map(({ childId, firstName, lastName }) => ({ childId, firstName, lastName })),
    ...{ from: fromDate, to: toDate, receivedAt: createdAt, updatedAt },
  };
}

export function threadDto({ demande, children, messages }: Thread): ThreadDto {
  return {
    ...demandeDto(demande, children),
    messages: messages.map(({ id, fromMairie, authorName, body, writtenAt, attachments }) => ({
      id,
      fromMairie,
      authorName,
      body,
      writtenAt,
      attachments: attachments.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size })),
    })),
  };
}
