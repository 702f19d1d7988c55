import { Injectable } from '@nestjs/common';
import { typeset } from '../../kernel/french.js';
import { Database } from '../../platform/database/database.js';
import { type SiteKind, SiteRow } from '../data/site.entity.js';
import { collectivitesProblems } from '../problems.js';
import { nameKey } from '../rules/name-key.js';

export interface NewSite {
  readonly name: string;
  readonly kind: SiteKind;
  readonly addressLine1?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

@Injectable()
export class CreateSite {
  constructor(private readonly database: Database) {}

  /** Answers the id. Throws SITE_NAME_TAKEN, SETTING_NOT_VALID. */
  async run(collectiviteId: number, site: NewSite): Promise<number> {
    const row = {
      collectiviteId,
      name: site.name,
      nameKey: siteKey(site.name),
      kind: site.kind,
      addressLine1: site.addressLine1 ?? null,
      postalCode: site.postalCode ?? null,
      city: site.city ?? null,
      phone: site.phone ?? null,
      archived: false,
    };
    try {
      return await this.database.unit(() => this.database.insert(SiteRow, row));
    } catch (error) {
      throw this.database.isDuplicateKey(error) ? siteNameTaken(site.name) : error;
    }
  }
}

export function siteKey(name: string): string {
  const key = nameKey(name);
  if (key !== '') return key;
  throw collectivitesProblems.SETTING_NOT_VALID('Donnez au site un nom qui se lit.', {
    errors: [{ field: 'name', message: 'un nom s’écrit avec des lettres ou des chiffres.' }],
  });
}

export function siteNameTaken(name: string) {
  return collectivitesProblems.SITE_NAME_TAKEN(
    typeset(`Un site s’appelle déjà « ${name} » (il est peut-être archivé) : choisissez un autre nom.`),
    { errors: [{ field: 'name', message: 'ce nom est déjà pris.' }] },
  );
}
