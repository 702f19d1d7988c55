/** « 1 jour », « 3 jours »; none is one, in French. */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count > 1 ? several : one}`;
}

export const countedDays = (count: number): string => counted(count, 'jour', 'jours');
