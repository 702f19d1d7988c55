import { Body, Controller, Get, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { FileStore } from '../../platform/files/file-store.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { DueForTransfer } from '../actions/due-for-transfer.js';
import { FindReminders } from '../actions/find-reminders.js';
import { PrintLetters } from '../actions/print-letters.js';
import { ReminderSettingsOf } from '../actions/reminder-settings.js';
import { StoreLetters } from '../actions/store-letters.js';
import { remindersProblems } from '../problems.js';
import {
  LetterRunsDto,
  ReminderDto,
  ReminderSettingsDto,
  RemindersQuery,
  TransferProposalDto,
} from './reminders.dto.js';
import { letterRunView, reminderView } from './reminder-view.js';

@AdministrationApi('Relances')
@Controller('collectivites/:collectiviteId')
export class RemindersController {
  constructor(
    private readonly settingsOf: ReminderSettingsOf,
    private readonly findReminders: FindReminders,
    private readonly printLetters: PrintLetters,
    private readonly storeLetters: StoreLetters,
    private readonly dueForTransfer: DueForTransfer,
    private readonly files: FileStore,
  ) {}

  /** Lire les étapes des relances ; sans aucune étape, personne n’est relancé */
  @Get('reminder-settings')
  @Allowed('agent', 'regisseur', 'administrateur')
  async settings(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<ReminderSettingsDto> {
    const { firstMailDays, secondMailDays, letterDays, transferDays, leastCents, helpContact } =
      await this.settingsOf.read(collectiviteId);
    return { firstMailDays, secondMailDays, letterDays, transferDays, leastCents, helpContact };
  }

  /** Régler les étapes des relances : messages, lettre, proposition à la Trésorerie */
  @Put('reminder-settings')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(remindersProblems.REMINDER_STEPS_NOT_VALID)
  async changeSettings(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: ReminderSettingsDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<ReminderSettingsDto> {
    const { firstMailDays = null, secondMailDays = null, letterDays = null, transferDays = null } = body;
    const { leastCents, helpContact = null } = body;
    const settings = { firstMailDays, secondMailDays, letterDays, transferDays, leastCents, helpContact };
    await this.settingsOf.change(collectiviteId, settings, accountId);
    return this.settings(collectiviteId);
  }

  /** Lister les relances, la dernière d’abord : à qui, quand, pour quelles factures */
  @Get('reminders')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(ReminderDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { familyId, invoiceId, ...page }: RemindersQuery,
  ): Promise<Page<ReminderDto>> {
    const limit = limitOf(page);
    const found = await this.findReminders.list(collectiviteId, {
      limit,
      ...(page.after === undefined ? {} : { after: page.after }),
      ...(familyId === undefined ? {} : { familyId }),
      ...(invoiceId === undefined ? {} : { invoiceId }),
    });
    const rows = found.map((pages) => ({ id: pages.reminder.id, pages }));
    return pageOf(rows, limit, ({ pages }) => reminderView(pages));
  }

  /** Voir les lettres de relance qui attendent, et celles déjà imprimées */
  @Get('reminder-letters')
  @Allowed('agent', 'regisseur', 'administrateur')
  async letters(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<LetterRunsDto> {
    const waiting = await this.findReminders.lettersWaiting(collectiviteId);
    const runs = await this.findReminders.letterRuns(collectiviteId);
    return { waiting, runs: runs.map(letterRunView) };
  }

  /**
   * Imprimer les lettres de relance qui attendent
   *
   * Elles forment un seul PDF, une famille par page, avec ce qui est dû aujourd’hui. Celles des familles qui ont payé
   * entre-temps sont laissées.
   */
  @Post('reminder-letters')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(remindersProblems.NO_LETTER_WAITING)
  async print(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<LetterRunsDto> {
    await this.storeLetters.run(collectiviteId, await this.printLetters.run(collectiviteId, accountId));
    return this.letters(collectiviteId);
  }

  /** Télécharger des lettres de relance (PDF) */
  @Get('reminder-letters/:letterRunId/pdf')
  @Allowed('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('letterRunId', IdPipe) letterRunId: number,
  ): Promise<StreamableFile> {
    const file = await this.storeLetters.run(collectiviteId, letterRunId);
    return download(file, this.files.read(file));
  }

  /** Voir les factures à proposer à la Trésorerie : toutes les relances sont faites, et elles restent dues */
  @Get('transfer-proposals')
  @Allowed('agent', 'regisseur', 'administrateur')
  transfers(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<TransferProposalDto[]> {
    return this.dueForTransfer.run(collectiviteId);
  }
}
