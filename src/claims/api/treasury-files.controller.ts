import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { stillComing } from '../../platform/http/still-coming.js';
import { FindTreasuryFiles } from '../actions/returns/find-treasury-files.js';
import { ReceiveTreasuryFile } from '../actions/returns/receive-treasury-file.js';
import { claimsProblems } from '../problems.js';
import type { FileKind } from '../rules/file-summary.js';
import { fileView, TreasuryFileDto } from './treasury-files.dto.js';

/** A commune's whole stock of titres in one file stays below. */
const LARGEST_FILE = 500_000_000;

@AdministrationApi('Trésorerie')
@Controller('collectivites/:collectiviteId')
export class TreasuryFilesController {
  constructor(
    private readonly receive: ReceiveTreasuryFile,
    private readonly findFiles: FindTreasuryFiles,
  ) {}

  /**
   * Déposer un acquit (PES Acquit)
   *
   * Il dit si les bordereaux sont entrés à la Trésorerie. Il est lu dans les instants qui suivent ; le même fichier
   * déposé deux fois n’est lu qu’une fois.
   */
  @Post('acquits')
  @Allowed('regisseur', 'administrateur')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: formOf('PES Acquit') })
  @ApiProblems(
    claimsProblems.TREASURY_FILE_REFUSED,
    httpProblems.UNSUPPORTED_MEDIA_TYPE,
    httpProblems.PAYLOAD_TOO_LARGE,
  )
  async acquit(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<TreasuryFileDto> {
    return this.keep(collectiviteId, 'ACQUIT', caller, request);
  }

  /**
   * Déposer un retour de la Trésorerie (PES Retour)
   *
   * Titres pris en charge, rejetés (la créance revient à la régie) ou payés (une fois par encaissement). Ce qui ne
   * correspond à rien est listé, jamais deviné.
   */
  @Post('treasury-returns')
  @Allowed('regisseur', 'administrateur')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: formOf('PES Retour Recette') })
  @ApiProblems(
    claimsProblems.TREASURY_FILE_REFUSED,
    httpProblems.UNSUPPORTED_MEDIA_TYPE,
    httpProblems.PAYLOAD_TOO_LARGE,
  )
  async retour(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<TreasuryFileDto> {
    return this.keep(collectiviteId, 'RETOUR', caller, request);
  }

  /** Lister les fichiers de la Trésorerie, le dernier d’abord */
  @Get('treasury-files')
  @Allowed('regisseur', 'administrateur')
  @ApiPage(TreasuryFileDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<TreasuryFileDto>> {
    const limit = limitOf(query);
    return pageOf(await this.findFiles.list(collectiviteId, limit, query.after), limit, fileView);
  }

  /** Lire ce qu’un fichier de la Trésorerie a dit */
  @Get('treasury-files/:fileId')
  @Allowed('regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('fileId', IdPipe) fileId: number,
  ): Promise<TreasuryFileDto> {
    return fileView(await this.findFiles.one(collectiviteId, fileId));
  }

  private async keep(
    collectiviteId: number,
    kind: FileKind,
    caller: Caller,
    request: FastifyRequest,
  ): Promise<TreasuryFileDto> {
    if (!request.isMultipart()) {
      throw httpProblems.UNSUPPORTED_MEDIA_TYPE(
        'Envoyez le fichier dans un formulaire « multipart/form-data », champ « file ».',
      );
    }
    const part = await stillComing(request).file({ limits: { fileSize: LARGEST_FILE, files: 1 } });
    if (!part)
      throw claimsProblems.TREASURY_FILE_REFUSED('Aucun fichier n’a été envoyé : joignez celui de la Trésorerie.');
    const content = { kind, name: part.filename || `${kind}.xml`, content: part.file };
    return fileView(await this.receive.run(collectiviteId, content, caller.accountId));
  }
}

function formOf(what: string) {
  const description = `${what}, 500 Mo au plus.`;
  return {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary', description } },
  };
}
