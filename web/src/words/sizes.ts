import { counted } from './counted';

/** « 48 ko », « 1,2 Mo ». */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'octet', 'octets');
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} ko`;
  return `${(bytes / 1024 / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo`;
}
