// Phone numbers in the ways in which exports, buyers and merchants' software write them.

export interface Phone {
  /** Digits of a full number, base + '-' + extension where it has one; '' when no full number stands there. */
  readonly number: string;
  readonly masked: boolean;
}

const NONE: Phone = { number: '', masked: false };
const MASKED: Phone = { number: '', masked: true };

/** Longer cells hold no phone number alone. */
const MOST_CHARACTERS = 64;
const ZERO = 0x30;
const NINE = 0x39;
const MOBILE_DIGITS = 11;

/** `138****1234`, `138xxxx1234`: a single x may stand before an extension. */
const MASK = /[*×●]|[x#]{2,4}/;
/** Country code of the mainland. */
const COUNTRY = /^(?:\+|00)?86-?(?=[01]|[2-9]\d{1,2}-)/;
const MOBILE = /^1[3-9]\d-?\d{4}-?\d{4}/;
/** Area code 010, 02x or 0xyz, and a number of seven or eight digits. */
const LANDLINE = /^(?:010|02\d|0[3-9]\d\d)-?(?:\d{4}-?\d{4}|\d{7}|\d{3}-\d{4})(?!\d)/;
/**
 * What is typed where a number is asked for and none is given: 13800000000, 13800138000, one digit eight times, and
 * 12345678 behind an old prefix. With an extension it is a number of a pool.
 */
const PLACEHOLDER = /^(?:13800000000|13800138000|1[3-9]\d(\d)\1{7}|1(?:[35]\d|8[5-9])12345678)$/;
const EXTENSION = /^(?:-|转接?|分机号?|,|;|#|x|ext\.?|_|\[|\()-?(\d{1,6})[\])]?$/;
/** A second number in the cell: the first one counts. */
const SECOND_NUMBER = /^[/、,;]\+?\d[\d-]{6,16}$/;
/** The extension of a virtual number, behind a name or an address: `张三[1234]`, `张三[转1234]`, `张三[1234转]`. */
const BRACKETED = /[[【［](?:转|分机号?)?:?(\d{3,6})转?[\]】］]/;

/**
 * A phone cell. `codes` are cells behind which the platforms put the extension of a virtual number (`张三[1234]`):
 * it belongs to a mobile number without one.
 */
export function readPhone(cell: string, ...codes: readonly string[]): Phone {
  const known = isPlainMobile(cell) ? cell : null;
  const phone = known === null ? parse(cell) : { number: known, masked: false };
  if (phone.number.length !== MOBILE_DIGITS || phone.number.startsWith('0')) return phone;
  for (const code of codes) {
    const extension = extensionIn(code);
    if (extension !== '') return { number: `${phone.number}-${extension}`, masked: false };
  }
  return PLACEHOLDER.test(phone.number) ? NONE : phone;
}

/** The extension in square brackets, '' without one. */
function extensionIn(text: string): string {
  let at = 0;
  while (at < text.length && !isBracket(text.charCodeAt(at))) at++;
  if (at === text.length) return '';
  return BRACKETED.exec(text.normalize('NFKC'))?.[1] ?? '';
}

/** `[`, `【` or `［`. */
function isBracket(code: number): boolean {
  return code === 0x5b || code === 0x3010 || code === 0xff3b;
}

/** Eleven digits and nothing else: nearly every cell. */
function isPlainMobile(cell: string): boolean {
  if (cell.length !== MOBILE_DIGITS || cell.charCodeAt(0) !== ZERO + 1 || cell.charCodeAt(1) < ZERO + 3) {
    return false;
  }
  for (let i = 1; i < MOBILE_DIGITS; i++) {
    const code = cell.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}

function parse(cell: string): Phone {
  if (cell === '' || cell.length > MOST_CHARACTERS) return NONE;
  const text = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[—–‐‑‒―−]/g, '-');
  if (MASK.test(text)) return MASKED;
  const isForeign = text.startsWith('+') && !text.startsWith('+86');
  if (isForeign) return NONE;
  const bare = text.replace(/^\(([^()]{2,6})\)/, '$1-');
  const national = bare.replace(COUNTRY, '');
  return readNational(national !== bare && /^[2-9]/.test(national) ? `0${national}` : national);
}

/** A number without country code. A landline's area code begins with 0. */
function readNational(text: string): Phone {
  const base = (MOBILE.exec(text) ?? LANDLINE.exec(text))?.[0];
  if (base === undefined) return NONE;
  const digits = base.replaceAll('-', '');
  const rest = text.slice(base.length);
  if (rest === '' || SECOND_NUMBER.test(rest)) return { number: digits, masked: false };
  const extension = EXTENSION.exec(rest)?.[1];
  return extension === undefined ? NONE : { number: `${digits}-${extension}`, masked: false };
}
