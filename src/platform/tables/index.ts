export { csvAmount, gridCsv } from './csv.js';
export { csvDownload, pdfDownload, xlsxDownload } from './download.js';
export { pdfTable } from './pdf-table.js';
export { gridXlsx, XLSX } from './xlsx.js';
