const COUNT = new Intl.NumberFormat('fr-FR');

/**
 * What is wrong with a text longer than the service takes, in characters as it counts them; nothing when it is not. Nothing
 * that was typed or pasted is cut in silence.
 */
export function tooLong(text: string, most: number | undefined): string | undefined {
  // Code points are fewer than what `length` counts.
  if (most === undefined || text.length <= most) return undefined;
  const more = [...text].length - most;
  return more > 0 ? `${COUNT.format(most)} caractères au plus : il y en a ${COUNT.format(more)} de trop.` : undefined;
}
