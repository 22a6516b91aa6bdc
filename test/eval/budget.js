// What is flagged in shops in which nothing was planted: how many pay-later orders stand in findings, rule by rule.

/** @typedef {{ rule: string, severity: string, orderIds: readonly string[] }} Finding as the report has it */
/** @typedef {Record<'medium' | 'high', number>} Counts orders in findings of so much and above */
/**
 * Counts of orders; they can be added up over shops.
 * @typedef {{ payLater: number, any: Counts, rules: Record<string, Counts> }} Budget `any` is every rule but those of `PLAIN`
 */

/** Of a thousand pay-later orders about which there is nothing to say so many may be in a finding: signals' budget. */
const MOST_PER_THOUSAND = { medium: 20, high: 5 };
/** Plain lateness and plain size (OD1 to OD4, LU1) are facts, and no alarm that could be false. */
const PLAIN = ['past-due', 'past-due-month', 'past-due-quarter', 'single-large'];

/** From here on each level holds those above it. */
const LEVELS = /** @type {const} */ ({
  medium: new Set(['medium', 'high', 'critical']),
  high: new Set(['high', 'critical']),
});

/**
 * @param {readonly Finding[]} findings
 * @param {ReadonlySet<string>} payLater the shop's pay-later orders
 * @returns {Budget}
 */
export function countFindings(findings, payLater) {
  /** @param {readonly Finding[]} some @returns {Counts} */
  const count = (some) => {
    /** @param {ReadonlySet<string>} level */
    const orders = (level) =>
      new Set(some.flatMap(({ severity, orderIds }) => (level.has(severity) ? orderIds : []))).size;
    return { medium: orders(LEVELS.medium), high: orders(LEVELS.high) };
  };
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return {
    payLater: payLater.size,
    any: count(findings.filter(({ rule }) => !PLAIN.includes(rule))),
    rules: Object.fromEntries(rules.map((id) => [id, count(findings.filter(({ rule }) => rule === id))])),
  };
}

/** @param {Budget} budget of all shops together @returns {string[]} what is beyond it */
export function missedBudget({ payLater, any }) {
  return /** @type {const} */ (['medium', 'high']).flatMap((level) => {
    const share = (1000 * any[level]) / payLater;
    const most = MOST_PER_THOUSAND[level];
    return share <= most
      ? []
      : [`${share.toFixed(1)} of 1,000 orders in findings of ${level} and above, not ${most}`];
  });
}
