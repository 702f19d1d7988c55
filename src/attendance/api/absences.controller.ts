import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { AnswersAttachment } from '../../demandes/index.js';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ReadProof } from '../actions/read-proof.js';
import { RecordPaperProof } from '../actions/record-paper-proof.js';
import { RefuseProof } from '../actions/refuse-proof.js';
import { ShowAbsences } from '../actions/show-absences.js';
import { WithdrawAbsence } from '../actions/withdraw-absence.js';
import { attendanceProblems } from '../problems.js';
import { AbsencesQuery, FamilyAbsenceDto, familyAbsenceDto, PaperProofDto, ProofRefusalDto } from './absences.dto.js';

@AdministrationApi('Absences')
@Controller('collectivites/:collectiviteId/absences')
export class AbsencesController {
  constructor(
    private readonly showAbsences: ShowAbsences,
    private readonly recordPaperProof: RecordPaperProof,
    private readonly refuseProof: RefuseProof,
    private readonly readProof: ReadProof,
    private readonly withdrawAbsence: WithdrawAbsence,
    private readonly files: FileStore,
  ) {}

  /** Lister les absences de toutes les familles, la dernière déclarée d’abord */
  @Get()
  @Allowed('agent', 'administrateur')
  @ApiPage(FamilyAbsenceDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: AbsencesQuery,
  ): Promise<Page<FamilyAbsenceDto>> {
    const limit = limitOf(query);
    const { state, from, to, after } = query;
    const rows = await this.showAbsences.page(collectiviteId, { state, from, to, after, limit: limit + 1 });
    const items = rows.slice(0, limit).map(familyAbsenceDto);
    return { items, next: rows.length > limit ? items.at(-1)!.id : null };
  }

  /** Lire une absence, avec chaque jour qu’elle concerne */
  @Get(':absenceId')
  @Allowed('agent', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('absenceId', IdPipe) absenceId: number,
  ): Promise<FamilyAbsenceDto> {
    return familyAbsenceDto(await this.showAbsences.one(collectiviteId, absenceId));
  }

  /** Noter qu’un justificatif papier a été remis un jour donné */
  @Post(':absenceId/proofs')
  @Allowed('agent', 'administrateur')
  @Idempotent()
  @ApiProblems(
    attendanceProblems.PROOF_DATE_REFUSED,
    attendanceProblems.ABSENCE_WITHDRAWN,
    attendanceProblems.PROOF_NOT_EXPECTED,
  )
  async record(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('absenceId', IdPipe) absenceId: number,
    @Body() { receivedOn }: PaperProofDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<FamilyAbsenceDto> {
    await this.recordPaperProof.run({ collectiviteId, absenceId, receivedOn, accountId });
    return familyAbsenceDto(await this.showAbsences.one(collectiviteId, absenceId));
  }

  /**
   * Télécharger un justificatif
   *
   * La consultation est tracée.
   */
  @Get(':absenceId/proofs/:proofId/content')
  @Allowed('agent', 'administrateur')
  @AnswersAttachment()
  async proof(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('absenceId', IdPipe) absenceId: number,
    @Param('proofId', IdPipe) proofId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const file = await this.readProof.run({ collectiviteId, familyId: null, absenceId, proofId, accountId });
    return download(file, this.files.read(file));
  }

  /**
   * Refuser un justificatif en disant pourquoi
   *
   * La famille en est avertie par courriel.
   */
  @Post(':absenceId/proofs/:proofId/refusals')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(attendanceProblems.PROOF_ALREADY_REFUSED, attendanceProblems.ABSENCE_WITHDRAWN)
  async refuse(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('absenceId', IdPipe) absenceId: number,
    @Param('proofId', IdPipe) proofId: number,
    @Body() { reason }: ProofRefusalDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<FamilyAbsenceDto> {
    await this.refuseProof.run({ collectiviteId, absenceId, proofId, reason, accountId });
    return familyAbsenceDto(await this.showAbsences.one(collectiviteId, absenceId));
  }

  /**
   * Retirer une déclaration, de la mairie ou d’une famille
   *
   * Possible tant qu’aucun de ses jours n’est facturé.
   */
  @Post(':absenceId/withdrawals')
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiProblems(attendanceProblems.ABSENCE_ALREADY_BILLED)
  async withdraw(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('absenceId', IdPipe) absenceId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<FamilyAbsenceDto> {
    await this.withdrawAbsence.run({ collectiviteId, familyId: null, absenceId, accountId });
    return familyAbsenceDto(await this.showAbsences.one(collectiviteId, absenceId));
  }
}
