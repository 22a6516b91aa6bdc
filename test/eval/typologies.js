// Whether planted cases carry the code of their typology, and which orders beside them carry one.

/** @typedef {import('./shop.js').ShopTruth} ShopTruth */
/** @typedef {{ orderIds: readonly string[], typology?: { readonly code: string } | undefined }} Finding as the report has it */
/** @typedef {{ cases: number, carried: number }} Carried */
/**
 * Counts; they can be added up over shops.
 * @typedef {object} TypologyScore
 * @property {Record<string, Carried>} codes
 * @property {Record<string, Carried>} kinds by code and kind
 * @property {Record<string, number>} others pay-later orders of no case that carry it, by code
 * @property {number} payLater pay-later orders of no case
 */

/** Of the cases of each typology so many carry its code. */
const RECALL_FLOOR = 0.95;

/**
 * A case carries a code where findings with it name half of its orders or more.
 * @param {ShopTruth} truth
 * @param {readonly Finding[]} findings
 * @returns {TypologyScore}
 */
export function scoreTypologies(truth, findings) {
  /** @type {Map<string, Set<string>>} */
  const named = new Map();
  for (const { orderIds, typology } of findings) {
    if (typology === undefined) continue;
    const ids = named.get(typology.code) ?? new Set();
    named.set(typology.code, ids);
    for (const id of orderIds) ids.add(id);
  }
  const members = truth.cases.map(() => /** @type {string[]} */ ([]));
  for (const [id, index] of truth.caseOf) members[index]?.push(id);
  /** @type {TypologyScore} */
  const score = { codes: {}, kinds: {}, others: {}, payLater: truth.payLater.size - truth.caseOf.size };
  for (const [index, { code, kind }] of truth.cases.entries()) {
    const ids = members[index] ?? [];
    const hits = ids.filter((id) => named.get(code)?.has(id)).length;
    add(score.codes, code, hits * 2 >= ids.length);
    add(score.kinds, `${code} ${kind}`, hits * 2 >= ids.length);
  }
  for (const [code, ids] of named) {
    score.others[code] = [...ids].filter((id) => !truth.caseOf.has(id)).length;
  }
  return score;
}

/** @param {Record<string, Carried>} sums @param {string} name @param {boolean} isCarried */
function add(sums, name, isCarried) {
  const { cases, carried } = sums[name] ?? { cases: 0, carried: 0 };
  sums[name] = { cases: cases + 1, carried: carried + (isCarried ? 1 : 0) };
}

/** @param {TypologyScore} score of all shops together @returns {string[]} what was missed */
export function missedTypologies({ codes }) {
  return Object.entries(codes).flatMap(([code, { cases, carried }]) =>
    carried >= RECALL_FLOOR * cases
      ? []
      : [`${carried} of ${cases} cases of ${code} carry its code, not ${RECALL_FLOOR * 100} %`],
  );
}
