// The thresholds of linkage as the program itself lists them, and a configuration for each one halved and doubled.

/** Codes of the rules whose parameters decide over clusters. */
const CODES = /^(?:CL\d+|TV3|SE3)$/;

/**
 * @typedef {object} Threshold
 * @property {string} rule
 * @property {string} name
 * @property {number} value
 * @property {string} unit as the program writes it behind the number; empty for none
 */
/** @typedef {{ name: string, config: string }} Change `config` is what stands in the configuration file */

/**
 * @param {string} listing what `bnpl-audit rules --lang en` prints
 * @returns {Threshold[]}
 */
export function thresholdsOf(listing) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  let rule = '';
  for (const line of listing.split('\n')) {
    const head = /^ {2}(\S+)\s+([A-Z]+\d+)\s/.exec(line);
    if (head !== null) rule = CODES.test(head[2] ?? '') ? (head[1] ?? '') : '';
    else if (rule !== '' && /^ {4,6}\S/.test(line))
      texts.set(rule, `${texts.get(rule) ?? ''} ${line.trim()}`);
  }
  return [...texts].flatMap(([id, text]) =>
    [...text.matchAll(/(\w+)=(-?[\d,.]*\d)( ?[^\s,=]*)(?=,|$| )/g)].map(
      ([, name = '', value = '', unit = '']) => ({
        ...{ rule: id, name, unit: unit.trim() },
        value: Number(value.replaceAll(',', '')),
      }),
    ),
  );
}

/**
 * @param {Threshold} threshold
 * @returns {Change[]} its own key halved and doubled; whole numbers stay whole
 */
export function changesOf({ rule, name, value, unit }) {
  return [0.5, 2].map((factor) => {
    const exact = value * factor;
    const changed = Number.isInteger(value) ? Math.ceil(exact) : exact;
    const told = unit === '%' ? `${changed}%` : unit === '' ? changed : `${changed} ${unit}`;
    const config = { version: 1, rules: { [rule]: { [name]: told } } };
    return { name: `${rule}.${name} ${value} -> ${changed}`, config: JSON.stringify(config) };
  });
}

/**
 * The same for a limit that several rules share.
 * @param {Threshold} threshold
 * @returns {Change[]}
 */
export function sharedChangesOf(threshold) {
  return changesOf(threshold).map(({ name, config }) => ({
    name: name.replace(threshold.rule, 'links'),
    config: JSON.stringify({ version: 1, links: JSON.parse(config).rules[threshold.rule] }),
  }));
}
