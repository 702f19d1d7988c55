import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller, rolesIn } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { ListCorrections } from '../actions/list-corrections.js';
import { RecordRoll } from '../actions/record-roll.js';
import { type Roll, type RollChild, ShowRoll } from '../actions/show-roll.js';
import { prestationsProblems } from '../../prestations/index.js';
import { attendanceProblems } from '../problems.js';
import {
  CorrectRollDto,
  RecordRollDto,
  type RollChildDto,
  RollCorrectionDto,
  RollDto,
  type RollEntryDto,
} from './attendance.dto.js';

@AdministrationApi('Pointage')
@Controller('collectivites/:collectiviteId/sessions/:sessionId/roll')
export class RollController {
  constructor(
    private readonly showRoll: ShowRoll,
    private readonly recordRoll: RecordRoll,
    private readonly listCorrections: ListCorrections,
  ) {}

  /**
   * Lire la feuille de pointage d’une séance
   *
   * Les enfants attendus et les enfants inscrits sans réservation, avec ce qui est déjà pointé. L’existence d’un PAI
   * n’est montrée qu’aux animateurs et aux agents, et chaque consultation est tracée ; de même, à qui chaque enfant peut
   * être remis.
   */
  @Get()
  @Allowed('animateur', 'agent', 'administrateur')
  async show(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('sessionId', IdPipe) sessionId: number,
    @CurrentCaller() caller: Caller,
  ): Promise<RollDto> {
    return shapeOf(await this.showRoll.run(collectiviteId, sessionId, readerOf(caller, collectiviteId)));
  }

  /**
   * Lire ce qui a été modifié dans le pointage, par qui et pourquoi
   *
   * Depuis le premier enregistrement ; le plus ancien d’abord.
   */
  @Get('corrections')
  @Allowed('agent', 'administrateur')
  corrections(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('sessionId', IdPipe) sessionId: number,
  ): Promise<RollCorrectionDto[]> {
    return this.listCorrections.run(collectiviteId, sessionId);
  }

  /**
   * Pointer les enfants venus
   *
   * Toutes les lignes ou, si l’une est refusée, aucune. Le pointage précédent est conservé comme correction.
   */
  @Put()
  @Allowed('animateur', 'agent', 'administrateur')
  @ApiProblems(
    attendanceProblems.FUTURE_SESSION,
    attendanceProblems.NOBODY_TO_POINT,
    prestationsProblems.SESSION_ALREADY_BILLED,
    attendanceProblems.CHILD_NOT_ENROLLED,
    attendanceProblems.ROLL_ENTRY_REFUSED,
  )
  async record(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('sessionId', IdPipe) sessionId: number,
    @Body() body: RecordRollDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RollDto> {
    const [entries, allPresent] = [body.entries ?? [], body.allPresent ?? false];
    if (entries.length === 0 && !allPresent) {
      throw invalidRequest([{ field: 'entries', message: 'pointez au moins un enfant, ou « allPresent ».' }]);
    }
    const { accountId } = caller;
    await this.recordRoll.run({ collectiviteId, sessionId, entries: told(entries), allPresent, accountId });
    return shapeOf(await this.showRoll.run(collectiviteId, sessionId, readerOf(caller, collectiviteId)));
  }

  /**
   * Corriger le pointage d’une séance déjà facturée
   *
   * Chaque ligne dit pourquoi, et reste tracée. Les factures émises ne changent pas : une campagne de régularisation de
   * ces jours facture la différence, ou la rend par un avoir.
   */
  @Put('corrections')
  @Allowed('agent', 'administrateur')
  @ApiProblems(
    attendanceProblems.FUTURE_SESSION,
    attendanceProblems.NOBODY_TO_POINT,
    attendanceProblems.CHILD_NOT_ENROLLED,
    attendanceProblems.ROLL_ENTRY_REFUSED,
  )
  async correct(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('sessionId', IdPipe) sessionId: number,
    @Body() { entries }: CorrectRollDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RollDto> {
    const { accountId } = caller;
    const roll = { collectiviteId, sessionId, entries: told(entries), allPresent: false, accountId };
    await this.recordRoll.run({ ...roll, afterBilling: true });
    return shapeOf(await this.showRoll.run(collectiviteId, sessionId, readerOf(caller, collectiviteId)));
  }
}

function told(entries: readonly RollEntryDto[]) {
  return entries.map(({ childId, state, arrivedAt = null, leftAt = null, reason = null }) => {
    return { childId, state, arrivedAt, leftAt, reason };
  });
}

function readerOf(caller: Caller, collectiviteId: number) {
  const seesPai = rolesIn(caller, collectiviteId).some((role) => role === 'animateur' || role === 'agent');
  return { accountId: caller.accountId, seesPai };
}

function shapeOf({ session, prestation, expected, others }: Roll): RollDto {
  return {
    sessionId: session.id,
    date: session.date,
    prestationId: prestation.id,
    prestation: prestation.name,
    calledOff: session.calledOffAt !== null,
    expected: expected.map(childShape),
    others: others.map(childShape),
  };
}

function childShape({ attendance, gate, ...child }: RollChild): RollChildDto {
  const shown = {
    ...child,
    authorisedPersons:
      gate?.authorised.map(({ lastName, firstName, relation, phone }) => ({ lastName, firstName, relation, phone })) ??
      null,
    barredPersons: gate?.barred.map(({ firstName, lastName }) => `${firstName} ${lastName}`) ?? null,
  };
  if (!attendance) return { ...shown, attendance };
  const { state, arrivedAt, leftAt, recordedAt } = attendance;
  return { ...shown, attendance: { state, arrivedAt, leftAt, recordedAt } };
}
