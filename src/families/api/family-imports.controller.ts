import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ImportFamilies } from '../actions/import-families.js';
import { familiesProblems } from '../problems.js';
import { FamilyImportDto, familyImportDto } from './family-imports.dto.js';
import { readImportForm } from './import-form.js';

@AdministrationApi('Familles')
@Controller('collectivites/:collectiviteId/family-imports')
export class FamilyImportsController {
  constructor(private readonly importFamilies: ImportFamilies) {}

  /**
   * Import the families of another software from its CSV export.
   *
   * One line per child; columns are found by their headers, or by `mapping`. A dry run reads the whole file, lists
   * every bad line and every value that would change, and writes nothing. A real import is all or nothing: families
   * are recognised by their number, children by names and birth date, and importing the same file again changes
   * nothing. A blank cell never takes a known value away.
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
        file: { type: 'string', format: 'binary', description: 'CSV, UTF-8 or Windows-1252, 10 MB at most.' },
        mapping: {
          type: 'string',
          description: 'JSON object from fields to headers, for files whose headers are not among the known ones.',
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
