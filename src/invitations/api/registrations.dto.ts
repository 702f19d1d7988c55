import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsPositive,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SessionDto } from '../../identity/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField, Typed } from '../../platform/http/fields.js';
import type { RegistrationDescription } from '../actions/describe-registration.js';

/** A name as the families' register takes it; refused here, in its step, and not at the end. */
const NamedWithLetters = () =>
  Matches(/[\p{L}\p{Extended_Pictographic}]/u, { message: 'un nom contient au moins une lettre.' });

const CIVILITIES = ['MADAME', 'MONSIEUR'] as const;
type Civility = (typeof CIVILITIES)[number];

export class OpenRegistrationDto {
  /** Le `code` du lien d’invitation. @example "k2vJ9w…" */
  @IsString()
  @Length(1, 200)
  code!: string;

  /** L’`email` du lien d’invitation. @example "marc.lefevre@example.org" */
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class AccountStepDto {
  /** Le nom de la famille, comme dans son adresse. @example "LEFEVRE" */
  @Typed({ max: 80 })
  @NamedWithLetters()
  familyName!: string;

  /** L’adresse invitée : c’est l’identifiant de connexion. @example "marc.lefevre@example.org" */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** Le mot de passe choisi, ou celui du compte qui existe à cette adresse. @example "cerise-tracteur-nuage-42" */
  @IsString()
  @MaxLength(1000)
  password!: string;

  /** Le même ; inutile quand le compte existe. @example "cerise-tracteur-nuage-42" */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  passwordConfirmation?: string;
}

export class GuardianStepDto {
  /** @example 31 */
  @IsInt()
  @IsPositive()
  guardianId!: number;

  /** @example "MONSIEUR" */
  @IsIn(CIVILITIES)
  civility!: Civility;

  /** @example "Marc" */
  @Typed({ max: 60 })
  @NamedWithLetters()
  firstName!: string;

  /** @example "LEFEVRE" */
  @Typed({ max: 60 })
  @NamedWithLetters()
  lastName!: string;
}

export class GuardiansStepDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => GuardianStepDto)
  guardians!: GuardianStepDto[];
}

export class ChildStepDto {
  /** @example 7 */
  @IsInt()
  @IsPositive()
  childId!: number;

  /** @example "Zoé" */
  @Typed({ max: 60 })
  @NamedWithLetters()
  firstName!: string;

  /** @example "LEFEVRE" */
  @Typed({ max: 60 })
  @NamedWithLetters()
  lastName!: string;
}

export class ChildrenStepDto {
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => ChildStepDto)
  children!: ChildStepDto[];
}

export class RegistrationCollectiviteDto {
  /** @example 1 */
  id!: number;

  /** @example "MAIRIE DE VALMONT-SUR-ORLE" */
  name!: string;

  /** @example "04 67 00 00 00" */
  phone!: string;

  /** @example "periscolaire@valmont.example" */
  email!: string;
}

export class HeldGuardianDto {
  /** @example 31 */
  guardianId!: number;

  /** Si c’est le responsable dont le compte est en cours de création. */
  isYou!: boolean;

  /** `null` quand la mairie ne la connaît pas. @example "MONSIEUR" */
  civility!: string | null;

  /** @example "Marc" */
  firstName!: string;

  /** @example "LEFEVRE" */
  lastName!: string;
}

export class HeldFamilyDto {
  /** @example "LEFEVRE" */
  familyName!: string;

  guardians!: HeldGuardianDto[];

  children!: ChildStepDto[];
}

export class SavedAccountStepDto {
  /** @example "LEFEVRE" */
  familyName!: string;
}

export class RegistrationDto {
  collectivite!: RegistrationCollectiviteDto;

  /** Le futur identifiant de connexion. @example "marc.lefevre@example.org" */
  email!: string;

  /** Un compte existe à cette adresse : demandez son mot de passe, sans confirmation. */
  accountExists!: boolean;

  /** Ce que la mairie sait, à vérifier. */
  held!: HeldFamilyDto;

  /** L’étape « Compte famille » telle qu’enregistrée, sans le mot de passe ; `null` jusque-là. */
  account!: SavedAccountStepDto | null;

  /** L’étape « Responsables » telle qu’enregistrée ; `null` jusque-là. */
  guardians!: GuardianStepDto[] | null;

  /** L’étape « Enfants du foyer » telle qu’enregistrée ; `null` jusque-là. */
  children!: ChildStepDto[] | null;

  /** Jusqu’à quand la création de compte peut continuer sans rouvrir le lien. */
  @MomentField()
  expiresAt!: Temporal.Instant;
}

export class OpenedRegistrationDto extends RegistrationDto {
  /** À envoyer dans l’en-tête `Registration-Token` des requêtes suivantes. @example "Zk9w…" */
  registrationToken!: string;
}

export class CompletedRegistrationDto extends SessionDto {
  /** @example "Bonjour Marc, votre compte espace famille a bien été créé" */
  message!: string;

  /** @example 12 */
  accountId!: number;

  /** @example 1 */
  collectiviteId!: number;

  /** @example [12] */
  familyIds!: number[];
}

export function registrationDtoOf(description: RegistrationDescription): RegistrationDto {
  const { collectivite, held, guardianId, email, accountExists, account, guardians, children, expiresAt } = description;
  const { id, name, phone } = collectivite;
  return {
    collectivite: { id, name, phone, email: collectivite.email },
    email,
    accountExists,
    held: {
      familyName: held.name,
      guardians: held.guardians.map((one) => ({ ...one, isYou: one.guardianId === guardianId })),
      children: [...held.children],
    },
    account: account && { familyName: account.familyName },
    guardians,
    children,
    expiresAt,
  };
}
