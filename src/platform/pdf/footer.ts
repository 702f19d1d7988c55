import { NBSP } from '../../kernel/french.js';
import { heightOf, MM, type Sheet } from './sheet.js';
import { STYLES } from './text-style.js';

export interface Letter {
  /** Index of its first page in the file, from 0. */
  readonly firstPage: number;
  readonly runningTitle: string;
}

const PAGE_NUMBER_WIDTH = 70;
const EDGE = 11 * MM;
const LEGAL_LINES = 3;

/** The height to keep free at the foot of a page, in points. */
export function footerHeight(legal: string): number {
  return EDGE + (legal ? LEGAL_LINES : 1) * STYLES.footer.leading + 20;
}

/** Legal line and page numbers on each page, and the running title on those that follow a letter's first. */
export function drawFooters(sheet: Sheet, letters: readonly Letter[], legal: string): void {
  letters.forEach((letter, at) => {
    const end = letters[at + 1]?.firstPage ?? sheet.pages;
    for (let page = letter.firstPage; page < end; page += 1) {
      sheet.doc.switchToPage(page);
      const position = `Page${NBSP}${page - letter.firstPage + 1}${NBSP}sur${NBSP}${end - letter.firstPage}`;
      drawFooter(sheet, legal, position);
      if (page > letter.firstPage) drawRunningTitle(sheet, letter.runningTitle);
    }
  });
}

function drawFooter(sheet: Sheet, legal: string, position: string): void {
  const width = sheet.width - PAGE_NUMBER_WIDTH;
  const lines = sheet.lines(legal, STYLES.footer, width).slice(0, LEGAL_LINES);
  const number = sheet.lines(position, STYLES.footer, PAGE_NUMBER_WIDTH);
  const top = sheet.doc.page.height - EDGE - Math.max(heightOf(lines), heightOf(number));
  sheet.line(top - 6, sheet.rule, 0.5);
  sheet.artifact('Pagination', () => {
    sheet.put(lines, sheet.left, top, width);
    sheet.put(number, sheet.right - PAGE_NUMBER_WIDTH, top, PAGE_NUMBER_WIDTH, 'right');
  });
}

function drawRunningTitle(sheet: Sheet, title: string): void {
  const line = sheet.lines(title, STYLES.footer, sheet.width).slice(0, 1);
  sheet.artifact('Pagination', () => sheet.put(line, sheet.left, 9 * MM, sheet.width));
}
