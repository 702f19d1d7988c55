import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import type { HexColour } from '../../kernel/colour.js';
import { typeset } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { httpProblems } from '../../platform/http/problems.js';
import type { UploadedFile } from '../../platform/http/uploads.js';
import { type Look, LookRow } from '../data/look.entity.js';
import { collectivitesProblems } from '../problems.js';
import { isLogo } from '../rules/logo.js';
import { isReadable, nearestReadable } from '../rules/theme.js';

/** How a collectivité looks to its families. */
@Injectable()
export class LookOf {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly files: FileStore,
  ) {}

  async read(collectiviteId: number): Promise<Look> {
    const row = await this.database.read(() => this.database.repository(LookRow).findOneBy({ collectiviteId }));
    return row ?? { colour: null, logoFileId: null };
  }

  /** Throws NOT_FOUND where there is none. */
  async logo(collectiviteId: number): Promise<StoredFile> {
    const { logoFileId } = await this.read(collectiviteId);
    const file = logoFileId === null ? null : await this.files.find(collectiviteId, logoFileId);
    if (!file) throw httpProblems.NOT_FOUND('La collectivité n’a pas de logo.');
    return file;
  }

  /** Throws COLOUR_NOT_READABLE with the nearest shade that is. */
  async colour(collectiviteId: number, colour: HexColour | null, accountId: number): Promise<void> {
    if (colour !== null && !isReadable(colour)) {
      const message = typeset(
        `trop claire : un texte doit se lire sur elle. La plus proche : ${nearestReadable(colour)}.`,
      );
      throw collectivitesProblems.COLOUR_NOT_READABLE(
        typeset('Cette couleur est trop claire pour être lisible : rien n’a été enregistré.'),
        { errors: [{ field: 'colour', message }] },
      );
    }
    await this.database.unit(() => this.write(collectiviteId, 'colour', colour, accountId));
  }

  /** Throws LOGO_REFUSED. What it replaces is forgotten. */
  async putLogo(collectiviteId: number, file: UploadedFile, accountId: number): Promise<void> {
    const { name } = file;
    const content = await file.content();
    const mediaType = (await fileTypeFromBuffer(content).catch(() => undefined))?.mime ?? '';
    if (!isLogo(mediaType, content))
      throw collectivitesProblems.LOGO_REFUSED(
        typeset(
          'Un logo est une image PNG ou JPEG de 500 ko et de 2 000 pixels de côté au plus : envoyez-en une autre.',
        ),
      );
    await this.database.unit(async () => {
      const before = await this.held(collectiviteId);
      const id = await this.files.put({ collectiviteId, name, mediaType, content });
      await this.write(collectiviteId, 'logo_file_id', id, accountId);
      if (before.logoFileId !== null) await this.files.forget(collectiviteId, before.logoFileId);
    });
  }

  async removeLogo(collectiviteId: number, accountId: number): Promise<void> {
    await this.database.unit(async () => {
      const before = await this.held(collectiviteId);
      await this.write(collectiviteId, 'logo_file_id', null, accountId);
      if (before.logoFileId !== null) await this.files.forget(collectiviteId, before.logoFileId);
    });
  }

  /** What is read then stays until the commit: of two logos at once, the second replaces the first, which is forgotten. */
  private async held(collectiviteId: number): Promise<Look> {
    const key = ['collectivite_id'];
    const same = 'collectivite_id = collectivite_looks.collectivite_id';
    await this.database.change(this.database.dialect.upsert('collectivite_looks', key, key, same), [collectiviteId]);
    return this.read(collectiviteId);
  }

  private async write(
    collectiviteId: number,
    column: 'colour' | 'logo_file_id',
    value: string | number | null,
    accountId: number,
  ): Promise<void> {
    const key = ['collectivite_id'];
    const sql = this.database.dialect.upsert('collectivite_looks', [...key, column], key, `${column} = ?`);
    await this.database.change(sql, [collectiviteId, value, value]);
    await this.audit.record({
      collectiviteId,
      accountId,
      action: 'collectivite.look-changed',
      subject: `collectivite:${collectiviteId}`,
      detail: { column },
    });
  }
}
