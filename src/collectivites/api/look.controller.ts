import { Body, Controller, Delete, Get, Param, Put, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { Allowed, type Caller, CurrentCaller, OpenToAll } from '../../identity/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { AdministrationApi, SharedApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ReadUploads } from '../../platform/http/uploads.js';
import { LookOf } from '../actions/look-of.js';
import { collectivitesProblems } from '../problems.js';
import { ColourDto, LogoDto, LookDto, lookDto } from './look.dto.js';

@SharedApi('Contacts')
@Controller('collectivites/:collectiviteId')
export class LookController {
  constructor(
    private readonly looks: LookOf,
    private readonly files: FileStore,
  ) {}

  /**
   * Lire la couleur et le logo d’une collectivité
   *
   * Sans compte aussi : la page de connexion dit de qui elle est.
   */
  @Get('look')
  @OpenToAll()
  async read(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<LookDto> {
    return lookDto(await this.looks.read(collectiviteId));
  }

  /** Télécharger le logo d’une collectivité */
  @Get('logo')
  @OpenToAll()
  @AnswersFile('image/png', 'image/jpeg')
  async logo(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<StreamableFile> {
    const file = await this.looks.logo(collectiviteId);
    return download(file, this.files.read(file));
  }
}

@AdministrationApi('Collectivité')
@Controller('collectivites/:collectiviteId')
@UseInterceptors(ReadUploads)
export class LookAdministrationController {
  constructor(private readonly looks: LookOf) {}

  /** Choisir la couleur des pages des familles */
  @Put('look/colour')
  @Allowed('administrateur')
  @ApiProblems(collectivitesProblems.COLOUR_NOT_READABLE)
  async colour(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { colour = null }: ColourDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<LookDto> {
    await this.looks.colour(collectiviteId, colour, accountId);
    return lookDto(await this.looks.read(collectiviteId));
  }

  /** Envoyer le logo de la collectivité, PNG ou JPEG de 500 ko et de 2 000 pixels de côté au plus */
  @Put('logo')
  @Allowed('administrateur')
  @ApiConsumes('multipart/form-data')
  @ApiProblems(collectivitesProblems.LOGO_REFUSED, httpProblems.PAYLOAD_TOO_LARGE, httpProblems.TOO_MANY_REQUESTS)
  async putLogo(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { files }: LogoDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<LookDto> {
    await this.looks.putLogo(collectiviteId, files[0]!, accountId);
    return lookDto(await this.looks.read(collectiviteId));
  }

  /** Retirer le logo de la collectivité */
  @Delete('logo')
  @Allowed('administrateur')
  async removeLogo(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<LookDto> {
    await this.looks.removeLogo(collectiviteId, accountId);
    return lookDto(await this.looks.read(collectiviteId));
  }
}
