import { Controller, Get, Header, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { httpProblems } from '../../platform/http/problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { CopyPersonalData } from '../actions/copy-personal-data.js';
import { CopyAllowanceDto } from './personal-data.dto.js';

/** The beginning of one. */
const EXAMPLE = {
  copiedAt: '2026-11-26T08:00:00Z',
  account: [{ email: 'claire.dufour@example.org', firstName: 'Claire', lastName: 'DUFOUR' }],
  children: [{ childId: 7, firstName: 'Nolan', lastName: 'DUFOUR', birthDate: '2018-04-12', menu: 'Standard' }],
};

@FamilyApi('Mes données')
@Controller('families/:familyId/personal-data')
export class PersonalDataController {
  constructor(private readonly copyPersonalData: CopyPersonalData) {}

  /**
   * Télécharger une copie de mes données (RGPD, articles 15 et 20)
   *
   * Un fichier JSON, par rubriques : ce qui est détenu sur moi, mon foyer et mes enfants. Rien de ce qui est propre à
   * l’autre responsable n’y figure. Cinq copies par jour au plus, pages comprises ; chacune est tracée.
   */
  @Get()
  @ForFamily()
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ schema: { type: 'object', example: EXAMPLE } })
  @ApiProblems(httpProblems.TOO_MANY_REQUESTS)
  async copy(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const text = await this.copyPersonalData.run({ collectiviteId, familyId, accountId }, 'json');
    return download({ name: 'mes-donnees.json', mediaType: 'application/json' }, Readable.from(text));
  }

  /**
   * Télécharger la même copie sous la forme d’une page à lire ou à imprimer
   *
   * Un seul fichier HTML, en français, qui ne va rien chercher ailleurs. Elle compte parmi les cinq copies du jour.
   */
  @Get('page')
  @ForFamily()
  @Header('cache-control', 'private, no-store')
  @AnswersFile('text/html')
  @ApiProblems(httpProblems.TOO_MANY_REQUESTS)
  async page(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const text = await this.copyPersonalData.run({ collectiviteId, familyId, accountId }, 'html');
    return download({ name: 'mes-donnees.html', mediaType: 'text/html; charset=utf-8' }, Readable.from(text));
  }

  /** Lire combien de copies de mes données je peux encore demander */
  @Get('allowance')
  @ForFamily()
  async allowance(@CurrentCaller() { accountId }: Caller): Promise<CopyAllowanceDto> {
    return this.copyPersonalData.allowance({ accountId });
  }
}
