export { renderPdf, type PdfDescription } from './render-pdf.js';
export type {
  Callout,
  CarriedTotal,
  KeyValues,
  LabelledValue,
  Letterhead,
  Notice,
  PdfBlock,
  PrintedSymbol,
  SignatureFrame,
  Signatures,
  Slip,
  Table,
  TableCell,
  TableColumn,
  TableRow,
} from './blocks.js';
