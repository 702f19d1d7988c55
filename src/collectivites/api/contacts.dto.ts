import type { Weekday } from '../../kernel/civil-time.js';
import { type HolidayTerritory, type SchoolZone } from '../../kernel/french-calendars.js';
import { type Role } from '../../identity/index.js';
import type { CollectiviteRow } from '../data/collectivite.entity.js';
import type { OpeningHourRow } from '../data/opening-hour.entity.js';

/** When the mairie receives the public: one span of one day. */
export class OpeningHourDto {
  /** `MO` to `SU`. @example "MO" */
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
  /** IANA name of the zone in which every deadline is read. @example "Europe/Paris" */
  timeZone!: string;
  /** Zone of the national school calendar: `A`, `B` or `C`. @example "C" */
  schoolZone!: SchoolZone;
  /** Whose public holidays are kept. @example "metropole" */
  holidaysOf!: HolidayTerritory;
  /** From Monday to Sunday; a day that is absent is closed. */
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
  /** Roles of the account there: `parent`, `animateur`, `agent`, `regisseur`, `administrateur`. @example ["parent"] */
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
