import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { AnswersAttachment, demandesProblems } from '../../demandes/index.js';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ReadUploads } from '../../platform/http/uploads.js';
import { DeclareAbsences } from '../actions/declare-absences.js';
import { ForeseeAbsence } from '../actions/foresee-absence.js';
import { ReadProof } from '../actions/read-proof.js';
import { SendProof } from '../actions/send-proof.js';
import { ShowAbsences } from '../actions/show-absences.js';
import { WithdrawAbsence } from '../actions/withdraw-absence.js';
import { attendanceProblems } from '../problems.js';
import { absenceDays } from './absence-days.js';
import {
  AbsenceDto,
  absenceDto,
  AbsencesOfDaysQuery,
  ForeseenAbsenceDto,
  ForeseenAbsenceQuery,
  NewAbsencesDto,
  NewProofDto,
} from './absences.dto.js';

@FamilyApi('Mes absences')
@Controller('families/:familyId/absences')
@UseInterceptors(ReadUploads)
export class FamilyAbsencesController {
  constructor(
    private readonly declareAbsences: DeclareAbsences,
    private readonly foreseeAbsence: ForeseeAbsence,
    private readonly showAbsences: ShowAbsences,
    private readonly sendProof: SendProof,
    private readonly readProof: ReadProof,
    private readonly withdrawAbsence: WithdrawAbsence,
    private readonly files: FileStore,
  ) {}

  /**
   * Déclarer que des enfants ne viendront pas, ou ne sont pas venus
   *
   * Une déclaration par enfant, sur les jours que ce foyer a réservés ; un accusé de réception part par courriel.
   */
  @Post()
  @ForFamily('agent', 'administrateur')
  @Idempotent()
  @ApiProblems(
    attendanceProblems.NOTHING_RESERVED,
    attendanceProblems.ABSENCE_ALREADY_DECLARED,
    attendanceProblems.ABSENCE_ALREADY_BILLED,
  )
  async declare(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() { from, to, ...body }: NewAbsencesDto,
  ): Promise<AbsenceDto[]> {
    const { childIds, kind, prestationId = null, note = null } = body;
    const wanted = { childIds, kind, prestationId, note, ...absenceDays({ from, to }) };
    const ids = await this.declareAbsences.run({ ...family, accountId }, wanted);
    return (await this.showAbsences.byIds(family, ids)).map(absenceDto);
  }

  /**
   * Lister les absences des enfants de la famille
   *
   * La dernière déclarée d’abord : ce que ce foyer a déclaré, et ce que la mairie a déclaré pour des jours qu’il a
   * réservés. Une page peut en compter moins que demandé.
   */
  @Get()
  @ForFamily('agent', 'administrateur')
  @ApiPage(AbsenceDto)
  async list(@CurrentFamily() family: FamilyAccess, @Query() query: AbsencesOfDaysQuery): Promise<Page<AbsenceDto>> {
    const { from, to, after } = query;
    const { absences, next } = await this.showAbsences.ofFamily(family, { from, to, after, limit: limitOf(query) });
    return { items: absences.map(absenceDto), next };
  }

  /**
   * Savoir ce que coûterait une absence avant de la déclarer
   *
   * Si elle peut l’être, et, selon le motif, ce que chaque jour réservé coûterait. Rien n’est déclaré.
   */
  @Get('forecasts')
  @ForFamily('agent', 'administrateur')
  @ApiProblems(httpProblems.NOT_FOUND)
  async foresee(
    @CurrentFamily() family: FamilyAccess,
    @Query() { childId, prestationId, ...span }: ForeseenAbsenceQuery,
  ): Promise<ForeseenAbsenceDto> {
    const { refusal, kinds } = await this.foreseeAbsence.run(family, {
      childId,
      prestationId: prestationId ?? null,
      ...absenceDays(span),
    });
    return { refusal, kinds: kinds.map(({ kind, days }) => ({ kind, days: days.map((day) => ({ ...day })) })) };
  }

  /** Lire une absence, avec chaque jour qu’elle concerne */
  @Get(':absenceId')
  @ForFamily('agent', 'administrateur')
  async read(
    @CurrentFamily() family: FamilyAccess,
    @Param('absenceId', IdPipe) absenceId: number,
  ): Promise<AbsenceDto> {
    return absenceDto(await this.showAbsences.oneOfFamily(family, absenceId));
  }

  /**
   * Envoyer le justificatif d’une absence
   *
   * Il est reçu à cet instant. Un autre peut suivre.
   */
  @Post(':absenceId/proofs')
  @ForFamily()
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiProblems(
    attendanceProblems.ABSENCE_WITHDRAWN,
    attendanceProblems.PROOF_NOT_EXPECTED,
    demandesProblems.ATTACHMENT_TYPE_REFUSED,
    httpProblems.PAYLOAD_TOO_LARGE,
    httpProblems.TOO_MANY_REQUESTS,
  )
  async send(
    @CurrentFamily() family: FamilyAccess,
    @Param('absenceId', IdPipe) absenceId: number,
    @CurrentCaller() { accountId }: Caller,
    @Body() { files }: NewProofDto,
  ): Promise<AbsenceDto> {
    const { collectiviteId, familyId } = family;
    await this.sendProof.run({ collectiviteId, familyId, absenceId, file: files[0]!, accountId });
    return absenceDto(await this.showAbsences.oneOfFamily(family, absenceId));
  }

  /**
   * Télécharger un justificatif que ce foyer a envoyé
   *
   * La consultation est tracée.
   */
  @Get(':absenceId/proofs/:proofId/content')
  @ForFamily()
  @AnswersAttachment()
  async proof(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('absenceId', IdPipe) absenceId: number,
    @Param('proofId', IdPipe) proofId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const file = await this.readProof.run({ collectiviteId, familyId, absenceId, proofId, accountId });
    return download(file, this.files.read(file));
  }

  /** Retirer une déclaration, tant qu’aucun de ses jours n’est facturé */
  @Post(':absenceId/withdrawals')
  @HttpCode(200)
  @ForFamily('agent', 'administrateur')
  @ApiProblems(attendanceProblems.ABSENCE_ALREADY_BILLED)
  async withdraw(
    @CurrentFamily() family: FamilyAccess,
    @Param('absenceId', IdPipe) absenceId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<AbsenceDto> {
    const { collectiviteId, familyId } = family;
    await this.withdrawAbsence.run({ collectiviteId, familyId, absenceId, accountId });
    return absenceDto(await this.showAbsences.oneOfFamily(family, absenceId));
  }
}
