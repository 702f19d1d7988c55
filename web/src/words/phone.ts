/** What a telephone dials: « 04 67 00 00 00 » becomes `tel:0467000000`. */
export function dialled(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
