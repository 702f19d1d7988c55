import { enumeration, typeset } from '../../kernel/french.js';

/**
 * « Le tarif du jeudi 26 novembre 2026 n’a pas de supplément « Goûter » : choisissez parmi « Petit-déjeuner ». »;
 * `tariff` begins the sentence.
 */
export function unknownSupplementsSentence(
  tariff: string,
  unknown: readonly string[],
  offered: readonly string[],
): string {
  const next =
    offered.length === 0
      ? 'aucun supplément n’y est proposé, retirez-le de votre choix.'
      : `choisissez parmi ${quoted(offered)}, ou aucun.`;
  return typeset(`${tariff} n’a pas de supplément ${quoted(unknown, 'ou')} : ${next}`);
}

function quoted(labels: readonly string[], last?: 'et' | 'ou'): string {
  return enumeration(
    labels.map((label) => `« ${label} »`),
    last,
  );
}

/**
 * Why supplements are not changed: they are not those that were read any more. Null when they are, in whatever order, or
 * where the caller does not say what it read.
 */
export function changedSinceRead(
  read: readonly string[] | null | undefined,
  kept: readonly string[] | null,
): string | null {
  const now = kept ?? [];
  if (!read || (read.length === now.length && read.every((label) => now.includes(label)))) return null;
  const chosen = now.length === 0 ? 'aucun' : quoted(now);
  return typeset(
    `Ces suppléments viennent d’être changés, sur un autre appareil ou par l’autre parent : ${chosen}. Vérifiez, puis recommencez.`,
  );
}
