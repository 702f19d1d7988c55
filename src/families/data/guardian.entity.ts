import { Entity } from 'typeorm';
import { Id, IdOf, Int, Text } from '../../platform/database/columns.js';
import type { Civility } from '../rules/import-shape.js';

/** An adult of a foyer. The same adult in two foyers is two rows, tied to one account. */
@Entity('guardians')
export class GuardianRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  /** 1 or 2: « responsable 1 », « responsable 2 ». */
  @Int() position!: number;
  @Text(8, { nullable: true }) civility!: Civility | null;
  @Text(60) lastName!: string;
  @Text(60) firstName!: string;
  /** Lower case. Where the mairie writes; the login is the account's own address. */
  @Text(254, { nullable: true }) email!: string | null;
  @Text(30, { nullable: true }) phone!: string | null;
  @IdOf({ nullable: true }) accountId!: number | null;
}
