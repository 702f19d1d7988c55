/** Of the control of a field, where the summary of errors leads. */
export function fieldId(name: string): string {
  return `champ-${name}`;
}
