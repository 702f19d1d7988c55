import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ImportFamilies } from '../actions/imports/import-families.js';
import { familiesProblems } from '../problems.js';
import { FamilyImportDto, familyImportDto } from './family-imports.dto.js';
import { readImportForm } from './import-form.js';

@AdministrationApi('Familles')
@Controller('collectivites/:collectiviteId/family-imports')
export class FamilyImportsController {
  constructor(private readonly importFamilies: ImportFamilies) {}

  /**
   * Importer les familles d’un autre logiciel depuis son export CSV
   *
   * Une ligne par enfant ; les colonnes sont reconnues à leurs en-têtes, ou par `mapping`. Un essai à blanc lit tout le
   * fichier, signale chaque ligne fautive et chaque valeur qui changerait, et n’écrit rien. Un import réel, c’est tout
   * ou rien : les familles sont reconnues à leur numéro, les enfants à leurs nom, prénom et date de naissance, et
   * réimporter le même fichier ne change rien. Une cellule vide n’efface jamais une valeur connue.
   */
  @Post()
  @HttpCode(200)
  @Allowed('agent', 'administrateur')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary', description: 'CSV, UTF-8 ou Windows-1252, 10 Mo au plus.' },
        mapping: {
          type: 'string',
          description:
            'Objet JSON qui associe champs et en-têtes, pour les fichiers dont les en-têtes ne sont pas reconnus.',
          example: '{"quotient": "Revenu CAF"}',
        },
        dryRun: { type: 'string', enum: ['true', 'false'], default: 'true' },
      },
    },
  })
  @ApiProblems(
    familiesProblems.IMPORT_REFUSED,
    familiesProblems.IMPORT_DISTURBED,
    httpProblems.PAYLOAD_TOO_LARGE,
    httpProblems.UNSUPPORTED_MEDIA_TYPE,
  )
  async create(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<FamilyImportDto> {
    const form = await readImportForm(request);
    return familyImportDto(await this.importFamilies.run(collectiviteId, { ...form, accountId: caller.accountId }));
  }
}
