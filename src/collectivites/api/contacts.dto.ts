import type { Weekday } from '../../kernel/civil-time.js';
import { type HolidayTerritory, type SchoolZone } from '../../kernel/french-calendars.js';
import { type Role } from '../../identity/index.js';
import type { CollectiviteRow } from '../data/collectivite.entity.js';
import type { OpeningHourRow } from '../data/opening-hour.entity.js';

/** When the mairie receives the public: one span of one day. */
export class OpeningHourDto {
  /** De `MO` (lundi) à `SU` (dimanche). @example "MO" */
  weekday!: Weekday;
  /** @example "08:30" */
  opensAt!: string;
  /** @example "12:00" */
  closesAt!: string;
}

/** Whom families turn to. */
export class ContactsDto {
  /** @example 1 */
  id!: number;
  /** @example "Mairie de Valmont-sur-Orle" */
  name!: string;
  /** @example "21340172201787" */
  siret!: string | null;
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
  /** @example "https://www.valmont.example" */
  website!: string | null;
  /** Nom IANA du fuseau horaire dans lequel se lisent tous les délais. @example "Europe/Paris" */
  timeZone!: string;
  /** Zone du calendrier scolaire national : `A`, `B` ou `C`. @example "C" */
  schoolZone!: SchoolZone;
  /** Le territoire dont les jours fériés sont observés. @example "metropole" */
  holidaysOf!: HolidayTerritory;
  /** Du lundi au dimanche ; un jour absent est un jour fermé. */
  openingHours!: OpeningHourDto[];
}

/** A collectivité where the signed-in account has a role. */
export class MyCollectiviteDto {
  /** @example 1 */
  id!: number;
  /** @example "Mairie de Valmont-sur-Orle" */
  name!: string;
  /** @example "Valmont-sur-Orle" */
  city!: string;
  /**
   * Rôles du compte dans cette collectivité : `parent`, `animateur`, `agent`, `regisseur`, `administrateur`.
   * @example ["parent"]
   */
  roles!: Role[];
}

export function contactsDto(row: CollectiviteRow, hours: readonly OpeningHourRow[]): ContactsDto {
  const { id, name, siret, addressLine1, addressLine2, postalCode, city, phone, email, website } = row;
  const { timeZone, schoolZone, holidaysOf } = row;
  return {
    ...{ id, name, siret, addressLine1, addressLine2, postalCode, city, phone, email, website },
    ...{ timeZone, schoolZone, holidaysOf },
    openingHours: openingHourDtos(hours),
  };
}

export function openingHourDtos(hours: readonly OpeningHourRow[]): OpeningHourDto[] {
  return hours.map(({ weekday, opensAt, closesAt }) => ({ weekday, opensAt, closesAt }));
}
