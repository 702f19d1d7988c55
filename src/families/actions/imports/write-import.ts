import { Injectable } from '@nestjs/common';
import { nameKey } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { chunksOf } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { insertRows, type Row, updateRows } from '../../data/bulk-rows.js';
import { servicesWished } from '../../events.js';
import type { FamilyToken, ImportChanges } from '../../rules/import-changes.js';
import type { ChildValues, FamilyValues } from '../../rules/import-values-kept.js';
import type { ImportedGuardian } from '../../rules/import-shape.js';

/** Writes the changes of an import, in the caller's unit, by few statements of many rows. */
@Injectable()
export class WriteImport {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  async run(collectiviteId: number, changes: ImportChanges, now: Temporal.Instant): Promise<void> {
    await this.writeFamilies(collectiviteId, changes, now);
    const familyIds = await this.idsBy(
      'families',
      'external_ref',
      collectiviteId,
      changes.families.created.map(({ externalRef }) => externalRef),
    );
    const idOf = (family: FamilyToken) => (typeof family === 'number' ? family : familyIds.get(family)!);
    await this.writeGuardians(collectiviteId, changes, idOf);
    await this.writeQuotients(collectiviteId, changes, idOf);
    await this.writeChildren(collectiviteId, changes);
    const keys = [...changes.custodies.opened, ...changes.wishes].map(({ childKey }) => childKey);
    const childIds = await this.idsBy('children', 'identity_key', collectiviteId, new Set(keys));
    await this.writeCustodies(collectiviteId, changes, idOf, childIds);
    await this.outbox.emitAll(
      servicesWished,
      changes.wishes.map(({ childKey, labels }) => ({ collectiviteId, childId: childIds.get(childKey)!, labels })),
      collectiviteId,
    );
  }

  private async writeFamilies(
    collectiviteId: number,
    { families }: ImportChanges,
    now: Temporal.Instant,
  ): Promise<void> {
    await insertRows(
      this.database,
      'families',
      families.created.map((family) => ({
        collectivite_id: collectiviteId,
        external_ref: family.externalRef,
        ...familyColumns(family),
        created_at: now.epochMilliseconds,
      })),
    );
    const changed = families.changed.map(({ id, values }) => ({ id, values: familyColumns(values) }));
    await updateRows(this.database, 'families', collectiviteId, changed);
  }

  private async writeGuardians(
    collectiviteId: number,
    { guardians }: ImportChanges,
    idOf: (family: FamilyToken) => number,
  ): Promise<void> {
    await insertRows(
      this.database,
      'guardians',
      guardians.created.map(({ family, position, values }) => ({
        collectivite_id: collectiviteId,
        family_id: idOf(family),
        position,
        ...guardianColumns(values),
      })),
    );
    const changed = guardians.changed.map(({ id, values }) => ({ id, values: guardianColumns(values) }));
    await updateRows(this.database, 'guardians', collectiviteId, changed);
  }

  private async writeQuotients(
    collectiviteId: number,
    { quotients }: ImportChanges,
    idOf: (family: FamilyToken) => number,
  ): Promise<void> {
    const changed = quotients.changed.map(({ id, hundredths, to }) => ({
      id,
      values: { value_hundredths: hundredths, to_date: to?.toString() ?? null },
    }));
    await updateRows(this.database, 'quotients', collectiviteId, changed);
    await insertRows(
      this.database,
      'quotients',
      quotients.added.map(({ family, quotient }) => ({
        collectivite_id: collectiviteId,
        family_id: idOf(family),
        value_hundredths: quotient.hundredths,
        from_date: quotient.from.toString(),
        to_date: quotient.to?.toString() ?? null,
      })),
    );
  }

  private async writeChildren(collectiviteId: number, { children }: ImportChanges): Promise<void> {
    await insertRows(
      this.database,
      'children',
      children.created.map(({ key, values }) => ({
        collectivite_id: collectiviteId,
        identity_key: key,
        ...childColumns(values),
      })),
    );
    const changed = children.changed.map(({ id, values }) => ({ id, values: childColumns(values) }));
    await updateRows(this.database, 'children', collectiviteId, changed);
  }

  private async writeCustodies(
    collectiviteId: number,
    { custodies }: ImportChanges,
    idOf: (family: FamilyToken) => number,
    childIds: ReadonlyMap<string, number>,
  ): Promise<void> {
    for (const ids of chunksOf(custodies.dropped)) {
      const list = ids.map(() => '?').join(', ');
      await this.database.change(`DELETE FROM custodies WHERE collectivite_id = ? AND id IN (${list})`, [
        collectiviteId,
        ...ids,
      ]);
    }
    const closed = custodies.closed.map(({ id, to }) => ({ id, values: { to_date: to.toString() } }));
    await updateRows(this.database, 'custodies', collectiviteId, closed);
    await insertRows(
      this.database,
      'custodies',
      custodies.opened.map(({ childKey, family, weeks, from, to }) => ({
        collectivite_id: collectiviteId,
        child_id: childIds.get(childKey)!,
        family_id: idOf(family),
        weeks,
        from_date: from.toString(),
        to_date: to?.toString() ?? null,
      })),
    );
  }

  private async idsBy(
    table: 'families' | 'children',
    column: 'external_ref' | 'identity_key',
    collectiviteId: number,
    values: Iterable<string>,
  ): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (const slice of chunksOf(values)) {
      const rows = await this.database.rows<{ id: number; value: string }>(
        `SELECT id, ${column} AS value FROM ${table} WHERE collectivite_id = ? AND ${column} IN (${slice.map(() => '?').join(', ')})`,
        [collectiviteId, ...slice],
      );
      for (const { id, value } of rows) ids.set(value, Number(id));
    }
    return ids;
  }
}

function familyColumns(family: FamilyValues): Row {
  return {
    name: family.name,
    name_key: nameKey(family.name, 160),
    address_line1: family.addressLine1,
    address_line2: family.addressLine2,
    postal_code: family.postalCode,
    city: family.city,
    allocataire_number: family.allocataireNumber,
  };
}

function guardianColumns({ civility, lastName, firstName, email, phone }: ImportedGuardian): Row {
  return { civility, last_name: lastName, first_name: firstName, email, phone };
}

function childColumns(child: ChildValues): Row {
  return {
    last_name: child.lastName,
    first_name: child.firstName,
    birth_date: child.birthDate,
    sex: child.sex,
    site_id: child.siteId,
    class_name: child.className,
    menu_type_id: child.menuTypeId,
    has_pai: child.hasPai ? 1 : 0,
    wished_services: child.wishedServices === null ? null : JSON.stringify(child.wishedServices),
  };
}
