import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Flag, Id, IdOf, Int, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { Fault } from '../../pes/index.js';
import type { AcquitState, BatchKind, BatchState, Selection } from '../rules/batch.js';
import type { AcquitFault } from '../rules/judge-acquit.js';
import type { NoticeTerms } from '../rules/printed-notice.js';
import type { Notices } from '../rules/treasury-settings.js';

/** A bordereau. Once READY, its file is frozen: what was sent is what is downloaded again. */
@Entity('claim_batches')
export class ClaimBatchRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(9) kind!: BatchKind;
  @Text(9) state!: BatchState;
  @Json() selection!: Selection;
  @Day() issuedOn!: Temporal.PlainDate;
  @Int() exercise!: number;
  @Text(2) budgetCode!: string;
  @Int({ nullable: true }) number!: number | null;
  /** Number of its first piece; the others follow. */
  @Int({ nullable: true }) firstPiece!: number | null;
  @Int() pieces!: number;
  @Money() totalCents!: number;
  @IdOf({ nullable: true }) fileId!: number | null;
  /** Names the row to its file, where that is sealed: it holds accounts. */
  @Text(36, { nullable: true }) sealedReference!: string | null;
  /** False: no schema was at hand, the business checks only were made. */
  @Flag() schemaChecked!: boolean;
  /** Who sends its avis, as its file told the comptable; null before, and where it has none. */
  @Text(7, { nullable: true }) notices!: Notices | null;
  /** What its avis say besides its pieces; null before, and where the commune prints none. */
  @Json({ nullable: true }) noticeTerms!: NoticeTerms | null;
  @Json({ nullable: true }) faults!: Fault[] | null;
  @Text(8, { nullable: true }) acquit!: AcquitState | null;
  @Json({ nullable: true }) acquitErrors!: AcquitFault[] | null;
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
}
