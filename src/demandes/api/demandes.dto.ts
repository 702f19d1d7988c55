import { IsIn, IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { FilesField, type UploadedFile } from '../../platform/http/uploads.js';
import type { Thread } from '../actions/read-thread.js';
import type { DemandeRow } from '../data/demande.entity.js';
import { DEMANDE_CATEGORIES, DEMANDE_STATES, type DemandeCategory, type DemandeState } from '../rules/demande-state.js';

export class DemandesQuery extends PageQuery {
  /** Only those in this state: `RECEIVED`, `IN_PROGRESS`, `ANSWERED` or `CLOSED`. @example "RECEIVED" */
  @IsOptional()
  @IsIn(DEMANDE_STATES)
  state?: DemandeState;

  /** Only of this category: `RESERVATION`, `BILLING`, `ABSENCE`, `DOCUMENT` or `OTHER`. @example "ABSENCE" */
  @IsOptional()
  @IsIn(DEMANDE_CATEGORIES)
  category?: DemandeCategory;
}

/** As JSON, or as a multipart form when files are attached. */
export class NewDemandeDto {
  /** `RESERVATION`, `BILLING`, `ABSENCE`, `DOCUMENT` or `OTHER`. @example "ABSENCE" */
  @IsIn(DEMANDE_CATEGORIES)
  category!: DemandeCategory;

  /** @example "Absence de Léa mardi" */
  @Typed({ max: 160 })
  subject!: string;

  /** Plain text with line breaks. @example "Bonjour, Léa est malade. Vous trouverez le certificat ci-joint." */
  @Typed({ max: 20_000, multiline: true })
  message!: string;

  @FilesField({ min: 0, max: 5 })
  files?: UploadedFile[];
}

/** As JSON, or as a multipart form when files are attached. */
export class NewMessageDto {
  /** Plain text with line breaks. @example "Merci, je vous envoie la suite demain." */
  @Typed({ max: 20_000, multiline: true })
  message!: string;

  @FilesField({ min: 0, max: 5 })
  files?: UploadedFile[];
}

export class DemandeStateDto {
  /** `IN_PROGRESS`, `ANSWERED` or `CLOSED`. @example "IN_PROGRESS" */
  @IsIn(DEMANDE_STATES)
  state!: DemandeState;
}

export class DemandeDto {
  /** @example 12 */
  id!: number;
  /** Quoted in the acknowledgement of receipt. @example "D-2026-000012" */
  reference!: string;
  /** `RESERVATION`, `BILLING`, `ABSENCE`, `DOCUMENT` or `OTHER`. @example "ABSENCE" */
  category!: DemandeCategory;
  /** @example "Absence de Léa mardi" */
  subject!: string;
  /** `RECEIVED`, `IN_PROGRESS`, `ANSWERED` or `CLOSED`. @example "ANSWERED" */
  state!: DemandeState;
  @MomentField({ description: 'When the mairie received it.' })
  receivedAt!: Temporal.Instant;
  @MomentField()
  updatedAt!: Temporal.Instant;
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
  /** What the content shows. @example "application/pdf" */
  mediaType!: string;
  /** Bytes. @example 48213 */
  size!: number;
}

export class MessageDto {
  /** @example 25 */
  id!: number;
  /** True when the mairie wrote it. @example false */
  fromMairie!: boolean;
  /** @example "Camille Durand" */
  authorName!: string;
  /** Plain text with line breaks: show it as text. @example "Bonjour, Léa est malade." */
  body!: string;
  @MomentField()
  writtenAt!: Temporal.Instant;
  attachments!: AttachmentDto[];
}

export class ThreadDto extends DemandeDto {
  /** Oldest first. */
  messages!: MessageDto[];
}

/** A demande as the mairie reads it. */
export class FamilyThreadDto extends ThreadDto {
  /** @example 4 */
  familyId!: number;
  /** @example "DURAND" */
  familyName!: string;
}

export function demandeDto(row: DemandeRow): DemandeDto {
  const { id, reference, category, subject, state, createdAt, updatedAt } = row;
  return { id, reference, category, subject, state, receivedAt: createdAt, updatedAt };
}

export function threadDto({ demande, messages }: Thread): ThreadDto {
  return {
    ...demandeDto(demande),
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
