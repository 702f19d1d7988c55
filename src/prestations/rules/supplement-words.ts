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
