import { Controller, Get, Param } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ListWaitingEntries } from '../actions/waiting/list-waiting-entries.js';
import { SessionWaitingEntryDto } from './waiting-list.dto.js';

@AdministrationApi('Listes d’attente')
@Controller('collectivites/:collectiviteId/sessions/:sessionId/waiting-entries')
export class SessionLinesController {
  constructor(private readonly listWaitingEntries: ListWaitingEntries) {}

  /** Lister qui attend une place dans une séance, dans l’ordre, et à qui une place est proposée */
  @Get()
  @Allowed('agent', 'administrateur')
  list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('sessionId', IdPipe) sessionId: number,
  ): Promise<SessionWaitingEntryDto[]> {
    return this.listWaitingEntries.ofSession(collectiviteId, sessionId);
  }
}
