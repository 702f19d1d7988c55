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
  /**
   * The `code` of the invitation's link.
   * @example "k2vJ9w…"
   */
  @IsString()
  @Length(1, 200)
  code!: string;

  /**
   * The `email` of the invitation's link.
   * @example "marc.lefevre@example.org"
   */
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class AccountStepDto {
  /**
   * The family's name, as in its address.
   * @example "LEFEVRE"
   */
  @Typed({ max: 80 })
  @NamedWithLetters()
  familyName!: string;

  /**
   * The invited address: it is the login.
   * @example "marc.lefevre@example.org"
   */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /**
   * The password chosen, or that of the account which exists at this address.
   * @example "cerise-tracteur-nuage-42"
   */
  @IsString()
  @MaxLength(1000)
  password!: string;

  /**
   * The same; not needed where the account exists.
   * @example "cerise-tracteur-nuage-42"
   */
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

  /** Whether it is the guardian whose account is being created. */
  isYou!: boolean;

  /** Null when the mairie does not know it. @example "MONSIEUR" */
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

  /**
   * The login to come.
   * @example "marc.lefevre@example.org"
   */
  email!: string;

  /** An account exists at this address: ask its password, without a confirmation. */
  accountExists!: boolean;

  /** What the mairie holds, to be checked. */
  held!: HeldFamilyDto;

  /** The step « Compte famille » as saved, without the password; null until then. */
  account!: SavedAccountStepDto | null;

  /** The step « Responsables » as saved; null until then. */
  guardians!: GuardianStepDto[] | null;

  /** The step « Enfants du foyer » as saved; null until then. */
  children!: ChildStepDto[] | null;

  /** Until when the registration can go on without opening the link again. */
  @MomentField()
  expiresAt!: Temporal.Instant;
}

export class OpenedRegistrationDto extends RegistrationDto {
  /** To be sent as the header `Registration-Token` of the next requests. @example "Zk9w…" */
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
