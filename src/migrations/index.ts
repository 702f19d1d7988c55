import { Platform1763880000001 } from './1763880000001-platform.js';
import { Identity1763880000002 } from './1763880000002-identity.js';
import { Families1763880000003 } from './1763880000003-families.js';
import { Prestations1763880000004 } from './1763880000004-prestations.js';
import { Reservations1763880000005 } from './1763880000005-reservations.js';
import { Money1763880000006 } from './1763880000006-money.js';
import { Exchanges1763880000007 } from './1763880000007-exchanges.js';
import { WholePolicies1763880000008 } from './1763880000008-whole-policies.js';
import { MembersOfACommune1763880000009 } from './1763880000009-members-of-a-commune.js';
import { LateActs1763880000010 } from './1763880000010-late-acts.js';
import { PlacePools1763880000011 } from './1763880000011-place-pools.js';
import { Staffing1763880000012 } from './1763880000012-staffing.js';
import { Absences1763880000013 } from './1763880000013-absences.js';
import { WaitingLists1763880000014 } from './1763880000014-waiting-lists.js';
import { SessionRevisions1763880000020 } from './1763880000020-session-revisions.js';
import { BilledSessions1763880000021 } from './1763880000021-billed-sessions.js';
import { FactsOfPrices1763880000022 } from './1763880000022-facts-of-prices.js';
import { RemovedExceptions1763880000023 } from './1763880000023-removed-exceptions.js';
import { CustodySwaps1763880000024 } from './1763880000024-custody-swaps.js';
import { WhatPricesCount1763880000025 } from './1763880000025-what-prices-count.js';
import { Tallies1763880000026 } from './1763880000026-tallies.js';
import { SessionRecomputations1763880000027 } from './1763880000027-session-recomputations.js';
import { ClosuresAndProofs1763880000038 } from './1763880000038-closures-and-proofs.js';
import { AwaitedProofs1763880000039 } from './1763880000039-awaited-proofs.js';
import { ChosenSupplements1763880000030 } from './1763880000030-chosen-supplements.js';
import { PromisesRenewed1763880000031 } from './1763880000031-promises-renewed.js';
import { ClosedLinesTold1763880000040 } from './1763880000040-closed-lines-told.js';
import { LateChanges1763880000034 } from './1763880000034-late-changes.js';
import { CareOfCharges1763880000032 } from './1763880000032-care-of-charges.js';
import { Certificates1763880000062 } from './1763880000062-certificates.js';
import { Reminders1763880000061 } from './1763880000061-reminders.js';
import { PaymentPlans1763880000060 } from './1763880000060-payment-plans.js';
import { SchoolWeek1763880000035 } from './1763880000035-school-week.js';
import { CreditsAndSeals1763880000041 } from './1763880000041-credits-and-seals.js';
import { OnlinePayments1763880000050 } from './1763880000050-online-payments.js';
import { ClientOfTitres1763880000051 } from './1763880000051-client-of-titres.js';
import { CreditPromises1763880000075 } from './1763880000075-credit-promises.js';
import { Mandates1763880000055 } from './1763880000055-mandates.js';
import { CreditNotes1763880000065 } from './1763880000065-credit-notes.js';
import { DebitRuns1763880000056 } from './1763880000056-debit-runs.js';
import { Claims1763880000045 } from './1763880000045-claims.js';
import { BilledBookings1763880000066 } from './1763880000066-billed-bookings.js';
import { PlacesHeld1763880000076 } from './1763880000076-places-held.js';
import { BasketsPaidOnline1763880000077 } from './1763880000077-baskets-paid-online.js';
import { ClosedPeriods1763880000070 } from './1763880000070-closed-periods.js';
import { PaymentReversals1763880000071 } from './1763880000071-payment-reversals.js';
import { ClaimsLeft1763880000046 } from './1763880000046-claims-left.js';
import { ClaimsHeld1763880000080 } from './1763880000080-claims-held.js';
import { DebitsOfTitres1763880000047 } from './1763880000047-debits-of-titres.js';
import { AnomaliesOfFamilies1763880000067 } from './1763880000067-anomalies-of-families.js';
import { CarriedInvoices1763880000068 } from './1763880000068-carried-invoices.js';
import { CreditOfPromises1763880000078 } from './1763880000078-credit-of-promises.js';
import { Refunds1763880000074 } from './1763880000074-refunds.js';
import { Remittances1763880000072 } from './1763880000072-remittances.js';
import { RemittancesUndone1763880000084 } from './1763880000084-remittances-undone.js';
import { LegalNotices1763880000099 } from './1763880000099-legal-notices.js';
import { CorrectionsAnswered1763880000100 } from './1763880000100-corrections-answered.js';
import { Looks1763880000097 } from './1763880000097-looks.js';
import { AuthorisedPersons1763880000094 } from './1763880000094-authorised-persons.js';
import { CarePlans1763880000093 } from './1763880000093-care-plans.js';
import { ReglementAcceptances1763880000092 } from './1763880000092-reglement-acceptances.js';
import { ReadAnswers1763880000091 } from './1763880000091-read-answers.js';
import { WhatDemandesConcern1763880000098 } from './1763880000098-what-demandes-concern.js';
import { CalendarFeeds1763880000095 } from './1763880000095-calendar-feeds.js';
import { PublishedMenus1763880000096 } from './1763880000096-published-menus.js';
import { WriteOffsUndone1763880000085 } from './1763880000085-write-offs-undone.js';
import { WriteOffs1763880000073 } from './1763880000073-write-offs.js';
import { PublicTitres1763880000049 } from './1763880000049-public-titres.js';
import { TitresMadeAgain1763880000087 } from './1763880000087-titres-made-again.js';
import { PrintedNotices1763880000088 } from './1763880000088-printed-notices.js';
import { ReadingsInSlices1763880000089 } from './1763880000089-readings-in-slices.js';

/** Every migration, oldest first. Written by hand; never changed once released. */
export const MIGRATIONS = [
  Platform1763880000001,
  Identity1763880000002,
  Families1763880000003,
  Prestations1763880000004,
  Reservations1763880000005,
  Money1763880000006,
  Exchanges1763880000007,
  WholePolicies1763880000008,
  MembersOfACommune1763880000009,
  LateActs1763880000010,
  PlacePools1763880000011,
  Staffing1763880000012,
  Absences1763880000013,
  WaitingLists1763880000014,
  SessionRevisions1763880000020,
  BilledSessions1763880000021,
  FactsOfPrices1763880000022,
  RemovedExceptions1763880000023,
  CustodySwaps1763880000024,
  WhatPricesCount1763880000025,
  Tallies1763880000026,
  SessionRecomputations1763880000027,
  ClosuresAndProofs1763880000038,
  AwaitedProofs1763880000039,
  ChosenSupplements1763880000030,
  PromisesRenewed1763880000031,
  ClosedLinesTold1763880000040,
  LateChanges1763880000034,
  CareOfCharges1763880000032,
  SchoolWeek1763880000035,
  CreditsAndSeals1763880000041,
  OnlinePayments1763880000050,
  CreditPromises1763880000075,
  PaymentPlans1763880000060,
  Mandates1763880000055,
  Reminders1763880000061,
  CreditNotes1763880000065,
  Certificates1763880000062,
  DebitRuns1763880000056,
  Claims1763880000045,
  BilledBookings1763880000066,
  PlacesHeld1763880000076,
  BasketsPaidOnline1763880000077,
  ClosedPeriods1763880000070,
  PaymentReversals1763880000071,
  Remittances1763880000072,
  Refunds1763880000074,
  WriteOffs1763880000073,
  ClientOfTitres1763880000051,
  ClaimsLeft1763880000046,
  AnomaliesOfFamilies1763880000067,
  CarriedInvoices1763880000068,
  CreditOfPromises1763880000078,
  ClaimsHeld1763880000080,
  DebitsOfTitres1763880000047,
  PublicTitres1763880000049,
  TitresMadeAgain1763880000087,
  PrintedNotices1763880000088,
  ReadingsInSlices1763880000089,
  RemittancesUndone1763880000084,
  WriteOffsUndone1763880000085,
  Looks1763880000097,
  WhatDemandesConcern1763880000098,
  CalendarFeeds1763880000095,
  AuthorisedPersons1763880000094,
  CarePlans1763880000093,
  ReglementAcceptances1763880000092,
  ReadAnswers1763880000091,
  PublishedMenus1763880000096,
  LegalNotices1763880000099,
  CorrectionsAnswered1763880000100,
];
