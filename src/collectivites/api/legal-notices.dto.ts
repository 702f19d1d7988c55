import { IsEmail, IsOptional, Matches } from 'class-validator';
import { Typed } from '../../platform/http/fields.js';
import type { Publisher } from '../actions/legal-notices.js';
import { type LegalNotice, missingIn } from '../rules/legal-notice.js';
import { PHONE, PHONE_MESSAGE } from './settings.dto.js';

/** All of it at once: what is absent is no longer told. */
export class SetLegalNoticeDto {
  /** Le maire, ou le président. @example "Marianne Soulier, maire" */
  @IsOptional()
  @Typed({ max: 120 })
  publicationDirector?: string | null;

  /** Qui fait fonctionner le serveur : la collectivité elle-même, ou un prestataire. @example "Orle Hébergement" */
  @IsOptional()
  @Typed({ max: 120 })
  hostName?: string | null;

  /** @example "12 rue du Moulin, 99120 Valmont-sur-Orle" */
  @IsOptional()
  @Typed({ max: 200 })
  hostAddress?: string | null;

  /** @example "04 65 71 00 90" */
  @IsOptional()
  @Typed({ max: 30 })
  @Matches(PHONE, { message: PHONE_MESSAGE })
  hostPhone?: string | null;

  /** Le délégué à la protection des données : un nom ou un service. @example "Délégué mutualisé du centre de gestion" */
  @IsOptional()
  @Typed({ max: 120 })
  dataProtectionOfficer?: string | null;

  /** Les familles y écrivent. @example "dpo@cdg99.example" */
  @IsOptional()
  @Typed({ max: 254 })
  @IsEmail()
  dataProtectionEmail?: string | null;
}

export class LegalNoticeDto {
  /** `null` : pas encore renseigné. @example "Marianne Soulier, maire" */
  publicationDirector!: string | null;
  /** `null` : pas encore renseigné. @example "Orle Hébergement" */
  hostName!: string | null;
  /** `null` : pas encore renseigné. @example "12 rue du Moulin, 99120 Valmont-sur-Orle" */
  hostAddress!: string | null;
  /** `null` : pas encore renseigné. @example "04 65 71 00 90" */
  hostPhone!: string | null;
  /** `null` : pas encore renseigné. @example "Délégué mutualisé du centre de gestion" */
  dataProtectionOfficer!: string | null;
  /** `null` : pas encore renseigné. @example "dpo@cdg99.example" */
  dataProtectionEmail!: string | null;
}

export class OwnLegalNoticeDto extends LegalNoticeDto {
  /** Ce que la loi demande et qui n’est pas encore renseigné. @example ["le téléphone de l’hébergeur"] */
  missing!: string[];
}

/** Who publishes the pages, for everybody to read. */
export class PublisherDto extends LegalNoticeDto {
  /** @example 1 */
  collectiviteId!: number;
  /** @example "Mairie de Valmont-sur-Orle" */
  name!: string;
  /** @example "1 place de la Mairie" */
  addressLine1!: string;
  /** @example "BP 12" */
  addressLine2!: string | null;
  /** @example "34120" */
  postalCode!: string;
  /** @example "Valmont-sur-Orle" */
  city!: string;
  /** @example "04 67 00 00 00" */
  phone!: string;
  /** @example "periscolaire@valmont.example" */
  email!: string;
}

export function ownLegalNoticeDto(notice: LegalNotice): OwnLegalNoticeDto {
  return { ...legalNoticeDto(notice), missing: missingIn(notice) };
}

export function publisherDto({ collectivite, notice }: Publisher): PublisherDto {
  const { id, name, addressLine1, addressLine2, postalCode, city, phone, email } = collectivite;
  return {
    ...{ collectiviteId: id, name, addressLine1, addressLine2, postalCode, city, phone, email },
    ...legalNoticeDto(notice),
  };
}

function legalNoticeDto(notice: LegalNotice): LegalNoticeDto {
  const { publicationDirector, hostName, hostAddress, hostPhone, dataProtectionOfficer, dataProtectionEmail } = notice;
  return { publicationDirector, hostName, hostAddress, hostPhone, dataProtectionOfficer, dataProtectionEmail };
}
