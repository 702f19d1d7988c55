import PDFDocument from 'pdfkit';
import { blend, readableOnWhite, type HexColour } from '../../kernel/colour.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { drawable } from './drawable-text.js';
import { font } from './fonts.js';
import { wrapLines } from './line-wrap.js';
import type { TextStyle } from './text-style.js';

export const MM = 72 / 25.4;

export interface SheetOptions {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  readonly createdAt: Temporal.Instant;
  readonly accent: HexColour;
  readonly landscape: boolean;
  /** Height kept free for the footer, in points. */
  readonly bottom: number;
}

export interface Line {
  readonly text: string;
  readonly style: TextStyle;
}

/** The document being drawn: a cursor `y` that goes down the page, measured text, and the tags that readers follow. */
export class Sheet {
  readonly left = 20 * MM;
  readonly top = 18 * MM;
  readonly accent: HexColour;
  readonly tint: HexColour;
  readonly rule: HexColour = '#d5dbe2';
  readonly doc: PDFKit.PDFDocument;
  y = this.top;
  pages = 0;
  /** Taken at the foot of the current page, in points. */
  private reserved = 0;
  private readonly parents: PDFKit.PDFStructureElement[];

  constructor(private readonly options: SheetOptions) {
    this.accent = readableOnWhite(options.accent);
    this.tint = blend(this.accent, '#ffffff', 0.93);
    this.doc = new TaggedDocument({
      size: 'A4',
      layout: options.landscape ? 'landscape' : 'portrait',
      margin: 0,
      font: '',
      lang: 'fr-FR',
      tagged: true,
      displayTitle: true,
      pdfVersion: '1.7',
      subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
      bufferPages: true,
      autoFirstPage: false,
      info: {
        Title: drawable(options.title),
        Author: drawable(options.author),
        ...(options.subject ? { Subject: drawable(options.subject) } : {}),
        Creator: 'Espace Famille',
        Producer: 'Espace Famille',
        // PDFKit knows only Date; made from the instant given, never from the machine's clock.
        CreationDate: new Date(options.createdAt.epochMilliseconds),
      },
    });
    this.doc.registerFont('regular', font('regular') as unknown as Buffer);
    this.doc.registerFont('semibold', font('semibold') as unknown as Buffer);
    this.doc.registerFont('machine', font('machine') as unknown as Buffer);
    const root = this.doc.struct('Document');
    this.doc.addStructure(root);
    this.parents = [root];
  }

  get width(): number {
    return this.doc.page.width - 2 * this.left;
  }

  get right(): number {
    return this.left + this.width;
  }

  /** Where content must stop on the page. */
  get floor(): number {
    return this.doc.page.height - this.options.bottom - this.reserved;
  }

  /** Height of an empty page. */
  get capacity(): number {
    return this.doc.page.height - this.options.bottom - this.top;
  }

  /** Takes the foot of the current page, and answers where it begins: what follows stops above. */
  reserve(height: number): number {
    this.reserved += height;
    return this.floor;
  }

  newPage(): void {
    this.doc.addPage();
    this.pages += 1;
    this.reserved = 0;
    this.y = this.top;
  }

  /** Goes to a new page unless `height` points are left, or the page is still empty. */
  keep(height: number): void {
    if (this.y + height > this.floor && this.y > this.top) this.newPage();
  }

  lines(text: string, style: TextStyle, width: number): Line[] {
    const clean = drawable(text);
    if (clean.trim() === '') return [];
    return wrapLines(clean, width, (part) => this.widthOf(part, style)).map((line) => ({ text: line, style }));
  }

  widthOf(text: string, style: TextStyle): number {
    return this.doc.font(style.weight).fontSize(1).widthOfString(text) * style.size;
  }

  /** Draws lines from `y` down, without moving the cursor; gives the height used. Always inside `tag` or `artifact`. */
  put(
    lines: readonly Line[],
    x: number,
    y: number,
    width: number,
    align: 'left' | 'right' | 'center' = 'left',
  ): number {
    let height = 0;
    for (const { text, style } of lines) {
      const slack = align === 'left' ? 0 : width - this.widthOf(text.trimEnd(), style);
      const above = (style.leading - style.size * FONT_HEIGHT) / 2;
      this.doc
        .font(style.weight)
        .fontSize(style.size)
        .fillColor(style.colour === 'accent' ? this.accent : style.colour);
      this.doc.text(text, x + (align === 'center' ? slack / 2 : slack), y + height + above, { lineBreak: false });
      height += style.leading;
    }
    return height;
  }

  /** Draws inside one tagged element (P, H1, TD…); `attributes` are those of a table cell. */
  tag(type: string, draw: () => void, attributes?: Readonly<Record<string, string | number>>): void {
    const element = this.open(type, attributes);
    element.add(draw);
    element.end();
  }

  /** Draws a figure, which readers say by `alt`, inside a square. */
  figure(alt: string, [x, y, side]: readonly [x: number, y: number, side: number], draw: () => void): void {
    const element = this.doc.struct('Figure', { alt: drawable(alt), bbox: [x, y, x + side, y + side] } as object);
    this.parents.at(-1)!.add(element);
    element.add(draw);
    element.end();
  }

  /** Groups the elements tagged by `draw` (Table, TR, L…). */
  within(type: string, draw: () => void, attributes?: Readonly<Record<string, string | number>>): void {
    const element = this.open(type, attributes);
    this.parents.push(element);
    draw();
    this.parents.pop();
    element.end();
  }

  /** Draws what readers skip: rules, backgrounds, page numbers. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.artifact('Layout', () => this.doc.rect(x, y, width, height).fill(colour));
  }

  line(y: number, colour: string, thickness = 0.6, x = this.left, width = this.width): void {
    this.artifact('Layout', () =>
      this.doc
        .lineWidth(thickness)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(colour),
    );
  }

  frame(x: number, y: number, width: number, height: number, colour: string): void {
    this.artifact('Layout', () => this.doc.lineWidth(0.8).roundedRect(x, y, width, height, 3).stroke(colour));
  }

  end(): void {
    this.parents[0]!.end();
    this.doc.end();
  }

  private open(type: string, attributes?: Readonly<Record<string, string | number>>): PDFKit.PDFStructureElement {
    const element = this.doc.struct(type);
    // PDFKit writes the scope of a header but no other attribute: they are set on the element itself.
    if (attributes) (element as unknown as WithDictionary).dictionary.data.A = { O: 'Table', ...attributes };
    this.parents.at(-1)!.add(element);
    return element;
  }
}

export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { style }) => sum + style.leading, 0);
}

/** Height of a line of Source Sans 3, in parts of its size: ascent 1.024, descent 0.400. */
const FONT_HEIGHT = 1.424;

interface WithDictionary {
  readonly dictionary: { readonly data: Record<string, unknown> };
}

/** PDFKit copies title and author unescaped into the XML of the metadata: « Garderie & cantine » would break it. */
class TaggedDocument extends PDFDocument {
  override endMetadata(): void {
    for (const key of ['Title', 'Author', 'Subject'] as const) {
      const value = this.info[key];
      if (value) this.info[key] = value.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    }
    super.endMetadata();
  }
}
