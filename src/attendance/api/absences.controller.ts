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

  /** List the absences of all families, the last declared first. */
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

  /** Read an absence, with each day that it concerns. */
  @Get(':absenceId')
  @Allowed('agent', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('absenceId', IdPipe) absenceId: number,
  ): Promise<FamilyAbsenceDto> {
    return familyAbsenceDto(await this.showAbsences.one(collectiviteId, absenceId));
  }

  /** Write down that a paper proof was brought on a day. */
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

  /** Download a proof; the look is traced. */
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

  /** Refuse a proof and say why; the family is told by mail. */
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

  /** Take a declaration back, one of the mairie's or of a family's, while none of its days is billed. */
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
