import { declareProblems } from '../kernel/problem.js';

export const billingProblems = declareProblems({
  PERIOD_NOT_OVER: {
    status: 422,
    title: 'Période non terminée',
    when: 'A run bills days that have come: the last day is today at the latest.',
    inFrench: 'Une campagne facture des jours venus : le dernier jour est aujourd’hui au plus tard.',
  },
  PERIOD_ALREADY_BILLED: {
    status: 409,
    title: 'Période déjà facturée',
    when: 'A run that is a draft or issued bills some of these days; `runId` names it. Discard the draft, or choose other days.',
    inFrench:
      'Une campagne en brouillon ou émise facture certains de ces jours ; `runId` la nomme. Abandonnez le brouillon, ou choisissez d’autres jours.',
  },
  PERIOD_NOT_BILLED: {
    status: 422,
    title: 'Période pas encore facturée',
    when: 'A correction bills differences on days that an issued run has billed: choose such days, or bill them first.',
    inFrench:
      'Une régularisation facture des différences sur des jours qu’une campagne émise a facturés : choisissez-en, ou facturez-les d’abord.',
  },
  NO_CREDIT_TO_USE: {
    status: 409,
    title: 'Aucun crédit à employer',
    when: 'The family has no credit that may be spent, or owes nothing at the régie.',
    inFrench: 'La famille n’a pas de crédit disponible, ou ne doit rien à la régie.',
  },
  RUN_NOT_DRAFT: {
    status: 409,
    title: 'Campagne déjà émise ou abandonnée',
    when: 'Only a draft run is computed again, discarded or issued.',
    inFrench: 'Seule une campagne en brouillon se recalcule, s’abandonne ou s’émet.',
  },
  RUN_NOT_COMPUTED: {
    status: 409,
    title: 'Calcul inachevé',
    when: 'The computation of the drafts is under way or was cut short: compute again, then issue.',
    inFrench: 'Le calcul des brouillons est en cours ou a été interrompu : recalculez, puis émettez.',
  },
  RUN_COMPUTED_ELSEWHERE: {
    status: 409,
    title: 'Calcul repris ailleurs',
    when: 'Another computation, or the discarding, of the same run began meanwhile and took its place.',
    inFrench: 'Un autre calcul, ou l’abandon, de la même campagne a commencé entre-temps et a pris la place.',
  },
  RUN_OUTDATED: {
    status: 409,
    title: 'Brouillons périmés',
    when: 'Something was pointed, booked or cancelled in the period since the drafts were computed: compute again, check, then issue.',
    inFrench:
      'Quelque chose a été pointé, réservé ou annulé dans la période depuis le calcul des brouillons : recalculez, vérifiez, puis émettez.',
  },
  CREDIT_EXCEEDS_INVOICE: {
    status: 422,
    title: 'Avoir trop élevé',
    when: 'A credit note takes back at most what remains of each line of the invoice; `errors` names the lines. Nothing was credited.',
    inFrench:
      'Un avoir reprend au plus ce qui reste de chaque ligne de la facture ; `errors` nomme les lignes. Rien n’a été crédité.',
  },
  NOTHING_TO_CREDIT: {
    status: 409,
    title: 'Rien à créditer',
    when: 'Everything that the invoice carries was taken back by earlier credit notes.',
    inFrench: 'Des avoirs précédents ont déjà repris tout ce que porte la facture.',
  },
  TARIFF_MISSING: {
    status: 422,
    title: 'Tarif ou foyer manquant',
    when: 'Some consumptions cannot be charged: no tariff is in force on their day, or no foyer has the child; `errors` names prestations and days. Complete them, compute again, then issue.',
    inFrench:
      'Certaines consommations ne peuvent pas être facturées : aucun tarif ne vaut ce jour-là, ou aucun foyer n’a l’enfant ; `errors` nomme les prestations et les jours. Complétez, recalculez, puis émettez.',
  },
});
