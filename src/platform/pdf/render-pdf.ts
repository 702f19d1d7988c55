import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type { HexColour } from '../../kernel/colour.js';
import type { Temporal } from '../../kernel/civil-time.js';
import type { PdfBlock } from './blocks.js';
import { drawFooters, footerHeight, type Letter } from './footer.js';
import { drawLetterhead } from './letterhead.js';
import {
  drawCallout,
  drawHeading,
  drawKeyValues,
  drawNotice,
  drawParagraph,
  drawSignatures,
  drawTitle,
} from './prose.js';
import { Sheet } from './sheet.js';
import { drawSlip } from './slip.js';
import { drawTable } from './table.js';

export interface PdfDescription {
  /** Shown in the reader's title bar and said first by a screen reader. */
  readonly title: string;
  /** Who issues it: the collectivité. */
  readonly author: string;
  readonly subject?: string;
  /** Written as the creation date. The same description gives the same bytes. */
  readonly createdAt: Temporal.Instant;
  /** The collectivité's colour, #rrggbb; darkened when it could not be read on white. */
  readonly accent?: HexColour;
  /** At the foot of each page, beside the page number. */
  readonly legal?: string;
  readonly orientation?: 'portrait' | 'landscape';
  readonly content: readonly PdfBlock[];
}

const PAGES_BETWEEN_BREATHS = 8;

/** Draws a tagged, accessible A4 document (PDF/UA-1, French) with its fonts embedded. */
export async function renderPdf(description: PdfDescription): Promise<Buffer> {
  const legal = description.legal ?? '';
  const sheet = new Sheet({
    ...description,
    accent: description.accent ?? '#1f4e79',
    landscape: description.orientation === 'landscape',
    bottom: footerHeight(legal),
  });
  const letters: Letter[] = [];
  let breath = 0;
  for (const [at, block] of description.content.entries()) {
    if (block.kind === 'letterhead' || sheet.pages === 0) {
      const runningTitle = (block.kind === 'letterhead' ? block.runningTitle : undefined) ?? description.title;
      letters.push({ firstPage: sheet.pages, runningTitle });
    }
    if (block.kind !== 'letterhead' && sheet.pages === 0) sheet.newPage();
    draw(sheet, block, description.content[at + 1]);
    // A batch of hundreds of letters must not keep the process from answering anything else.
    if (sheet.pages - breath >= PAGES_BETWEEN_BREATHS) {
      breath = sheet.pages;
      await setImmediate();
    }
  }
  if (sheet.pages === 0) throw new RangeError('a document needs at least one block');
  drawFooters(sheet, letters, legal);
  const bytes = buffer(sheet.doc);
  sheet.end();
  return bytes;
}

function draw(sheet: Sheet, block: PdfBlock, next: PdfBlock | undefined): void {
  switch (block.kind) {
    case 'letterhead':
      return drawLetterhead(sheet, block);
    case 'title':
      return drawTitle(sheet, block);
    case 'heading':
      return drawHeading(sheet, block, next);
    case 'paragraph':
      return drawParagraph(sheet, block);
    case 'keyValues':
      return drawKeyValues(sheet, block);
    case 'callout':
      return drawCallout(sheet, block);
    case 'notice':
      return drawNotice(sheet, block);
    case 'table':
      return drawTable(sheet, block);
    case 'signatures':
      return drawSignatures(sheet, block);
    case 'slip':
      return drawSlip(sheet, block);
    case 'space':
      sheet.y += block.points;
      return;
    case 'pageBreak':
      return sheet.newPage();
  }
}
