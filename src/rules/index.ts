// All rules, in the order of the catalogue. A retired id stays here as a comment and is never used again.

import { advanceTakenBack } from './advance-taken-back.js';
import { belowLimit } from './below-limit.js';
import { bunchedAmounts } from './bunched-amounts.js';
import { busyMinutes } from './busy-minutes.js';
import { buyerTotal } from './buyer-total.js';
import { clusterBurst } from './cluster-burst.js';
import { clutteredAddress } from './cluttered-address.js';
import { collectionDrop } from './collection-drop.js';
import { conflictingExports } from './conflicting-exports.js';
import { contactInText } from './contact-in-text.js';
import { crowdedBuilding } from './crowded-building.js';
import { discountedPieces } from './discounted-pieces.js';
import { doubleCompensation } from './double-compensation.js';
import { equalAmounts } from './equal-amounts.js';
import { evenSpacing } from './even-spacing.js';
import { exportIncomplete } from './export-incomplete.js';
import { firstDigits } from './first-digits.js';
import { firstOrderPastDue } from './first-order-past-due.js';
import { frequentOrders } from './frequent-orders.js';
import { goodsOut } from './goods-out.js';
import { instantReceipt } from './instant-receipt.js';
import { itemConcentration } from './item-concentration.js';
import { jiggedAddress } from './jigged-address.js';
import { largeAfterSmall } from './large-after-small.js';
import { largeForItem } from './large-for-item.js';
import { largeUnshipped } from './large-unshipped.js';
import { linkedBuyers } from './linked-buyers.js';
import { lockstepOrders } from './lockstep-orders.js';
import { manyDistricts } from './many-districts.js';
import { maskedRecipient } from './masked-recipient.js';
import { moneyLink } from './money-link.js';
import { nightGroup } from './night-group.js';
import { noteWords } from './note-words.js';
import { openConcentration } from './open-concentration.js';
import { orderNumberDate } from './order-number-date.js';
import { orderNumbersDamaged } from './order-numbers-damaged.js';
import { orderWhilePastDue } from './order-while-past-due.js';
import { ownContact } from './own-contact.js';
import { ownTag } from './own-tag.js';
import { paidButOpen } from './paid-but-open.js';
import { pastDue } from './past-due.js';
import { pastDueMonth } from './past-due-month.js';
import { pastDueQuarter } from './past-due-quarter.js';
import { priceMismatch } from './price-mismatch.js';
import { productTerms } from './product-terms.js';
import { promoterShare } from './promoter-share.js';
import { proofMissing } from './proof-missing.js';
import { proxyOrders } from './proxy-orders.js';
import { rapidOrders } from './rapid-orders.js';
import { receiptLate } from './receipt-late.js';
import { receivedWithoutWaybill } from './received-without-waybill.js';
import { recipientChanged } from './recipient-changed.js';
import { refundCycle } from './refund-cycle.js';
import { refundMismatch } from './refund-mismatch.js';
import { refundOnly } from './refund-only.js';
import { refundRate } from './refund-rate.js';
import { refundsWithoutReturn } from './refunds-without-return.js';
import { refusedInTransit } from './refused-in-transit.js';
import { repeatPastDue } from './repeat-past-due.js';
import { returnParcel } from './return-parcel.js';
import { reusedWaybill } from './reused-waybill.js';
import { roundAmounts } from './round-amounts.js';
import type { Rule } from './rule.js';
import { sequentialIds } from './sequential-ids.js';
import { sharedAddress } from './shared-address.js';
import { sharedNote } from './shared-note.js';
import { sharedPhone } from './shared-phone.js';
import { sharedPoint } from './shared-point.js';
import { sharedWaybill } from './shared-waybill.js';
import { shippedUnderReview } from './shipped-under-review.js';
import { shippingDeadline } from './shipping-deadline.js';
import { signedNotConfirmed } from './signed-not-confirmed.js';
import { singleLarge } from './single-large.js';
import { splitOrders } from './split-orders.js';
import { standInName } from './stand-in-name.js';
import { timeOrder } from './time-order.js';
import { unsettledAfterSale } from './unsettled-after-sale.js';
import { waybillRuns } from './waybill-runs.js';

export const RULES: readonly Rule[] = [
  singleLarge,
  largeForItem,
  buyerTotal,
  splitOrders,
  openConcentration,
  largeUnshipped,
  shippingDeadline,
  sharedPhone,
  sharedAddress,
  crowdedBuilding,
  jiggedAddress,
  maskedRecipient,
  lockstepOrders,
  sequentialIds,
  sharedNote,
  linkedBuyers,
  sharedPoint,
  pastDue,
  pastDueMonth,
  pastDueQuarter,
  firstOrderPastDue,
  repeatPastDue,
  orderWhilePastDue,
  receiptLate,
  paidButOpen,
  sharedWaybill,
  timeOrder,
  instantReceipt,
  waybillRuns,
  reusedWaybill,
  receivedWithoutWaybill,
  manyDistricts,
  refundRate,
  refundOnly,
  refundsWithoutReturn,
  refundCycle,
  refundMismatch,
  rapidOrders,
  frequentOrders,
  clusterBurst,
  busyMinutes,
  nightGroup,
  evenSpacing,
  largeAfterSmall,
  belowLimit,
  roundAmounts,
  equalAmounts,
  priceMismatch,
  moneyLink,
  bunchedAmounts,
  firstDigits,
  noteWords,
  contactInText,
  clutteredAddress,
  standInName,
  ownTag,
  ownContact,
  itemConcentration,
  promoterShare,
  collectionDrop,
  conflictingExports,
  orderNumberDate,
  goodsOut,
  refusedInTransit,
  signedNotConfirmed,
  unsettledAfterSale,
  returnParcel,
  recipientChanged,
  proxyOrders,
  discountedPieces,
  doubleCompensation,
  advanceTakenBack,
  shippedUnderReview,
  productTerms,
  proofMissing,
  exportIncomplete,
  orderNumbersDamaged,
];

const NAMED = new Map(
  RULES.flatMap((rule) => [rule.id, ...rule.aliases].map((name) => [name.toLowerCase(), rule] as const)),
);

/** A rule by its id or one of the catalogue's codes, whatever the case. */
export function ruleNamed(name: string): Rule | undefined {
  return NAMED.get(name) ?? NAMED.get(name.toLowerCase());
}
