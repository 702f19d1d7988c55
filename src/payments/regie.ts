import { DayOfRecord } from './actions/day-of-record.js';
import { PhotographHead } from './actions/paper-head.js';
import { AskForRefund } from './actions/refunds/ask-for-refund.js';
import { FindCredit } from './actions/refunds/find-credit.js';
import { FindRefunds } from './actions/refunds/find-refunds.js';
import { MakeRefundList } from './actions/refunds/make-refund-list.js';
import { PrintRefundList } from './actions/refunds/print-refund-list.js';
import { RefundVault } from './actions/refunds/refund-vault.js';
import { TellOfRefunds } from './actions/refunds/tell-of-refunds.js';
import { ReverseRefund } from './actions/refunds/reverse-refund.js';
import { AcceptRemittance } from './actions/remittances/accept-remittance.js';
import { FindRemittances } from './actions/remittances/find-remittances.js';
import { MakeRemittance } from './actions/remittances/make-remittance.js';
import { ReverseRemittance } from './actions/remittances/reverse-remittance.js';
import { FindReversals } from './actions/reversals/find-reversals.js';
import { ReversePayment } from './actions/reversals/reverse-payment.js';
import { SendReversal } from './actions/reversals/send-reversal.js';
import { TakeCreditBack } from './actions/reversals/take-credit-back.js';
import { StoreReversal } from './actions/reversals/store-reversal.js';
import { FindWriteOffs } from './actions/writeoffs/find-write-offs.js';
import { ReverseWriteOff } from './actions/writeoffs/reverse-write-off.js';
import { SendWriteOff } from './actions/writeoffs/send-write-off.js';
import { SetWriteOffNatures } from './actions/writeoffs/set-write-off-natures.js';
import { StoreWriteOff } from './actions/writeoffs/store-write-off.js';
import { WriteOffDebt } from './actions/writeoffs/write-off-debt.js';
import { FamilyCreditController } from './api/family-credit.controller.js';
import { PaperDownload } from './api/paper-download.js';
import { RefundsController } from './api/refunds.controller.js';
import { RemittancesController } from './api/remittances.controller.js';
import { ReversalsController } from './api/reversals.controller.js';
import { WriteOffsController } from './api/write-offs.controller.js';
import { CreditUseReversalRow } from './data/credit-use-reversal.entity.js';
import { Deductions } from './data/deductions.js';
import { HoldRemittances } from './data/hold-remittances.js';
import { PaymentReversalRow } from './data/payment-reversal.entity.js';
import { RefundMovements } from './data/refund-movements.js';
import { RefundListRow } from './data/refund-list.entity.js';
import { RefundRequestRow } from './data/refund-request.entity.js';
import { RefundReversalRow } from './data/refund-reversal.entity.js';
import { RefundRow } from './data/refund.entity.js';
import { RemittanceAcceptanceRow } from './data/remittance-acceptance.entity.js';
import { RemittanceLineRow } from './data/remittance-line.entity.js';
import { RemittanceRefundRow } from './data/remittance-refund.entity.js';
import { RemittanceReversalRow } from './data/remittance-reversal.entity.js';
import { RemittanceRow } from './data/remittance.entity.js';
import { ToRemit } from './data/to-remit.js';
import { WriteOffNatureRow } from './data/write-off-nature.entity.js';
import { WriteOffNatures } from './data/write-off-natures.js';
import { WriteOffReversalRow } from './data/write-off-reversal.entity.js';
import { WriteOffRow } from './data/write-off.entity.js';

/** What the régisseur undoes, gives back, gives up and hands over, with its papers: its parts of the room's module. */
export const regieControllers = [
  ReversalsController,
  RemittancesController,
  FamilyCreditController,
  RefundsController,
  WriteOffsController,
];
export const regieOffered = [Deductions, FindReversals, RefundMovements, ReversePayment, WriteOffNatures];
export const regieProviders = [
  ...regieOffered,
  DayOfRecord,
  PaperDownload,
  PhotographHead,
  SendReversal,
  StoreReversal,
  TakeCreditBack,
  AskForRefund,
  FindCredit,
  FindRefunds,
  MakeRefundList,
  PrintRefundList,
  RefundVault,
  ReverseRefund,
  TellOfRefunds,
  AcceptRemittance,
  FindRemittances,
  HoldRemittances,
  MakeRemittance,
  ReverseRemittance,
  ToRemit,
  FindWriteOffs,
  ReverseWriteOff,
  SendWriteOff,
  SetWriteOffNatures,
  StoreWriteOff,
  WriteOffDebt,
];
export const regieEntities = [
  PaymentReversalRow,
  CreditUseReversalRow,
  RemittanceRow,
  RemittanceLineRow,
  RemittanceAcceptanceRow,
  RemittanceReversalRow,
  RefundListRow,
  RefundRow,
  RefundReversalRow,
  RefundRequestRow,
  RemittanceRefundRow,
  WriteOffRow,
  WriteOffReversalRow,
  WriteOffNatureRow,
];
