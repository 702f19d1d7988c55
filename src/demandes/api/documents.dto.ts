import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { FilesField, type UploadedFile } from '../../platform/http/uploads.js';
import type { PublishedDocument } from '../actions/find-documents.js';

export class DocumentsQuery extends PageQuery {
  /** Seulement celles de cette famille. @example 4 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  familyId?: number;
}

/** A multipart form. */
export class NewDocumentDto {
  /** @example "Attestation de fréquentation 2026" */
  @Typed({ max: 160 })
  title!: string;

  /** La famille à qui il est destiné ; absent : toutes les familles. @example 4 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  familyId?: number;

  @FilesField({ min: 1, max: 1 })
  files!: UploadedFile[];
}

export class DocumentDto {
  /** @example 9 */
  id!: number;
  /** @example "Attestation de fréquentation 2026" */
  title!: string;
  /** @example "attestation.pdf" */
  fileName!: string;
  /** @example "application/pdf" */
  mediaType!: string;
  /** Octets. @example 48213 */
  size!: number;
  /** Vrai quand il est pour une famille, faux quand il est pour toutes. @example true */
  personal!: boolean;
  @MomentField()
  publishedAt!: Temporal.Instant;
}

/** A document in the mairie's list. */
export class PublishedDocumentDto extends DocumentDto {
  /** `null` : pour toutes les familles. @example 4 */
  familyId!: number | null;
  @MomentField({ optional: true })
  withdrawnAt!: Temporal.Instant | null;
}

export function documentDto(document: PublishedDocument): DocumentDto {
  const { id, title, file, familyId, publishedAt } = document;
  return {
    id,
    title,
    fileName: file.name,
    mediaType: file.mediaType,
    size: file.size,
    personal: familyId !== null,
    publishedAt,
  };
}

export function publishedDocumentDto(document: PublishedDocument): PublishedDocumentDto {
  return { ...documentDto(document), familyId: document.familyId, withdrawnAt: document.withdrawnAt };
}
