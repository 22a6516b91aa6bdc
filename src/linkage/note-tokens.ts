// The tokens of a buyer's or a seller's note that could be a contact or a code, each in one spelling.

import type { NoteTokens } from '../core/note-book.js';
import {
  COMMON_CODE_WORDS,
  COMMON_SITES,
  CONTACT_WORDS,
  DELIVERY_WORDS,
  DOUBLE_SURNAMES,
  LATIN_COURTESIES,
  MODEL_WORDS,
  NICKNAME,
  NOBODYS_NAME,
  NUMBER_WORDS,
  SURNAMES,
  UNITS,
} from './note-words.js';
import { readPhone } from './phones.js';

/** Notes are read up to here, and no more tokens are taken of one: beyond that it is a list, not a note. */
const MOST_CHARACTERS = 1000;
const MOST_TOKENS = 8;
const NO_TOKENS: NoteTokens = { tokens: [], bare: [], contacts: [] };

/** Letters and figures without which a note holds neither a contact nor a code: the shortest QQ number has five. */
const FEWEST_SIGNS = 5;
/** First characters of what announces a code word: 暗号, 对接人, 找…拿, 介绍, 推荐. */
const ANNOUNCES = '暗对找介推';

const NUMBER = `(?:${NUMBER_WORDS.join('|')})`;
/** Order numbers, and what a word says is a number of the shop or of a carrier. */
const NOT_A_TOKEN = new RegExp(`\\d{6}-\\d{15}|${NUMBER}[^\\p{L}\\d]{0,3}[a-z0-9][a-z0-9-]*`, 'gu');

const MAIL = /(?<![a-z0-9._%+-])([a-z0-9][a-z0-9._%+-]{0,63})@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10})/g;
const URL =
  /(?:https?:\/\/|www\.)[a-z0-9][^\s\p{Script=Han},;!()<>"']*|(?<![a-z0-9.@-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|cn|net|cc|top|xyz|vip|shop|club|link|site|tw|hk|me|io|app)(?![a-z0-9.-])(?:\/[^\s\p{Script=Han},;!()<>"']*)?/gu;

const SEP = '[\\s.·-]{1,2}';
/** A mobile number as people group its digits; three and eight of them not where the eight are a date. */
const MOBILE = [
  '1[3-9]\\d{9}',
  `1[3-9]\\d${SEP}\\d{4}${SEP}\\d{4}`,
  `1[3-9]\\d${SEP}(?!20[2-4]\\d[01]\\d)\\d{8}`,
  `1[3-9]\\d{5}${SEP}\\d{4}`,
  `1${SEP}[3-9](?:${SEP}\\d){9}`,
].join('|');
const PHONE = new RegExp(
  `(?<![a-z0-9_*-])(?:[vw]x|v|qq?|tel)?(?:\\+?(?:00)?86[\\s-]?)?(${MOBILE})(?:\\s?(?:-|转|\\[)\\s?(\\d{3,6})\\]?)?(?![a-z0-9_*])`,
  'g',
);
const LANDLINE = /(?<![a-z0-9-])(0\d{2,3})-(\d{7,8})(?![a-z0-9-])/g;

const CONTACT = new RegExp(
  `(?:(?<![a-z0-9])(?:${CONTACT_WORDS.strong.join('|')})\\s*(?:账?号码?|id)?|(?<![a-z0-9])(?:${CONTACT_WORDS.weak.join('|')})\\s*(?=[:=]))[\\s:=\\])】」"'“”是为加]*`,
  'g',
);
/** A number for the courier is no contact, unless it is said to be one of WeChat or QQ. */
const DELIVERY = new RegExp(DELIVERY_WORDS.join('|'));
const ANY_CONTACT = new RegExp(CONTACT.source);
/** One piece of an id, without its blanks. */
const PIECE = /\s{0,3}([a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)/y;
/** From here on an id is whole, and what follows behind a blank is another word: a WeChat id has at least six. */
const WHOLE_ID = 6;
const ID_PREFIX = /^(?:[vw]x|weixin|wechat)(?!id)(?=.{5})/;

const RUN = /(?<![a-z0-9_*@.-])[a-z0-9]+(?:_[a-z0-9]+)*(?![a-z0-9_*@-])/g;
const DATE = /^(?:20)?[2-4]\d[01]\d[0-3]\d$/;

const END = '(?=$|[^\\p{L}\\p{N}])';
const CODE_WORD = /暗\s*号[\s:"'「“是为]*([\p{Script=Han}a-z0-9]{2,12})(?=$|[^\p{Script=Han}a-z0-9])/gu;
const CONTACT_PERSON = /对\s*接\s*人[\s:是为]*(\p{Script=Han}{2,4})(?=$|[^\p{Script=Han}])/gu;
const FETCH_FROM = new RegExp(`找\\s*(\\p{Script=Han}{2,4}?)\\s*(?:拿|取)(?:货|的)?${END}`, 'gu');
const SENT_BY = new RegExp(
  `(?:(?:^|[^\\p{L}\\p{N}])[由经是]?|[由经是])\\s*(\\p{Script=Han}{2,4}?)\\s*(?:介\\s*绍|推\\s*荐)(?:的|来的?|过来的?|购买的?)?${END}`,
  'gu',
);

/**
 * The tokens of a note, distinct, in ascending order of their code units; nearly always none; and what nothing in this
 * note says is an id, and could be one: see `NoteTokens`. They are compared as they
 * are returned: half-width, small letters, without blanks, `_` and `-`, without the word that announced them, so that
 * `V信：ab_c123`, `vx abc123` and `微 信 ａｂｃ１２３` are one. What is taken:
 *
 * - full mobile numbers however their digits are grouped, with their extension where one stands (`base-extension`; the
 *   base alone is a pool of strangers), and landlines with area code. Masked numbers and those nobody has are none;
 * - mail addresses (a QQ number's is the number) and web addresses; a well-known site without a page is none;
 * - ids behind a word for WeChat or QQ: five to eleven digits, or five to twenty letters and digits. Behind such a word
 *   letters alone will do, for `加v zhanglaosan` is a contact;
 * - without any word only what looks drawn by lot: seven to twenty characters with letters and digits in five turns or
 *   more (`k9x27b4`), with six to eight digits behind two or more letters (`gx883012`), or with `_`. Shorter and
 *   simpler ones (`A17`, `mate60`, `12400f`, `tk9527`) are models, sizes and the shop's own codes, and digits alone are
 *   dates, amounts, rooms and waybills. Six and more of letters and figures
 *   are `bare`: `微信gxk1860` in one note makes an id of `找gxk1860对接` in another one;
 * - the words behind five announcements, each of which says that a third person stands between buyer and shop: 暗号
 *   (asked for at the counter, nobody writes one to a shop unasked), 对接人 (who handles it for the buyer), 找…拿 and
 *   找…取 (who has the goods or the money), …介绍 and …推荐 (who sent the buyer). Not 联系人, which is whoever opens the
 *   door, nor 口令, which is a coupon. Relations, roles and nicknames that half a city shares (朋友, 物业, 老王) name
 *   nobody.
 *
 * Never: courtesies, sizes, colours, models, dates, times, amounts, rooms, waybills, order numbers, tags of a shop.
 * Time: linear in the note, of which 1,000 characters are read; at most 8 tokens.
 */
export function noteTokens(note: string): NoteTokens {
  if (!isWorthReading(note)) return NO_TOKENS;
  const tokens = new Set<string>();
  let text = note
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}|\ufe0f/gu, '')
    .replace(/[—–‐‑‒―−]/g, '-')
    .replace(/(?<=[vw])\s?[♥❤]/gu, '信');
  /** Takes what a pattern finds out of the text. */
  const take = (pattern: RegExp, tokenOf: (...parts: string[]) => string): void => {
    text = text.replace(pattern, (...parts: string[]) => {
      const token = tokenOf(...parts);
      if (token !== '') tokens.add(token);
      return ' ';
    });
  };
  const forCourier = new Set<string>();
  const isForCourier = DELIVERY.test(text) && !ANY_CONTACT.test(text);
  const phone = (token: string): string => {
    if (isForCourier) forCourier.add(token);
    return token;
  };
  take(MAIL, (_, user = '', host = '') => (host === 'qq.com' && isQq(user) ? user : `${user}@${host}`));
  take(URL, (address) => siteOf(address));
  take(NOT_A_TOKEN, () => '');
  take(PHONE, (_, digits = '', extension = '') => phone(phoneOf(digits.replace(/\D/g, ''), extension ?? '')));
  take(LANDLINE, (_, area = '', number = '') => phone(area + number));
  text = withoutIds(text, tokens);
  const contacts = new Set([...tokens].filter((token) => !forCourier.has(token)));
  const bare = new Set<string>();
  for (const match of text.matchAll(RUN)) {
    const next = text[match.index + match[0].length] ?? '';
    if (isCode(match[0], next)) tokens.add(plain(match[0]));
    else if (isBare(match[0], next)) bare.add(plain(match[0]));
  }
  for (const [, word = ''] of text.matchAll(CODE_WORD)) if (isCodeWord(word)) tokens.add(word);
  for (const pattern of [CONTACT_PERSON, FETCH_FROM, SENT_BY]) {
    for (const [, name = ''] of text.matchAll(pattern)) if (isName(name)) tokens.add(name);
  }
  return { tokens: fewest(tokens), bare: fewest(bare), contacts: fewest(contacts) };
}

function fewest(tokens: ReadonlySet<string>): readonly string[] {
  return [...tokens].sort().slice(0, MOST_TOKENS);
}

/** False for what holds neither enough letters and figures nor a word that announces something: nearly every note. */
function isWorthReading(note: string): boolean {
  let signs = 0;
  for (let i = 0; i < note.length; i++) {
    const code = note.charCodeAt(i);
    if (code < 0x80) {
      if ((code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)) signs++;
    } else if (code >= 0x4e00 && code < 0xa000) {
      if (ANNOUNCES.includes(note[i]!)) return true;
      // Full-width and circled ones, and others that stand for a letter or a figure; emoji are read for nothing.
    } else if (code !== 0x3002 && code !== 0x3001 && code !== 0xff0c && code !== 0xff01) signs++;
    if (signs >= FEWEST_SIGNS) return true;
  }
  return false;
}

function plain(id: string): string {
  return id.replace(/[_-]/g, '');
}

function isQq(digits: string): boolean {
  return /^[1-9]\d{4,10}$/.test(digits);
}

function siteOf(address: string): string {
  const site = address.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').replace(/[./?#:]+$/, '');
  return COMMON_SITES.test(site) || !site.includes('.') ? '' : site;
}

/** A landline's digits stand in no other token, so a mobile number is one of eleven digits or of a base and its extension. */
function phoneOf(digits: string, extension: string): string {
  return readPhone(extension === '' ? digits : `${digits}-${extension}`).number;
}

/** Takes every id behind a word that announces one, and returns the text without them. */
function withoutIds(text: string, tokens: Set<string>): string {
  let rest = '';
  let from = 0;
  CONTACT.lastIndex = 0;
  for (let match = CONTACT.exec(text); match !== null; match = CONTACT.exec(text)) {
    const { id, end } = idAt(text, CONTACT.lastIndex);
    if (id === '') continue;
    const token = plain(id).replace(ID_PREFIX, '');
    if (isContact(token)) tokens.add(token);
    rest += `${text.slice(from, match.index)} `;
    from = end;
    CONTACT.lastIndex = end;
  }
  return rest + text.slice(from);
}

/** The id that begins here, '' where none does, and where it ends. Blanks within it are passed while it is not whole. */
function idAt(text: string, at: number): { id: string; end: number } {
  let id = '';
  let end = at;
  let isSpelled = true;
  for (;;) {
    PIECE.lastIndex = end;
    const piece = PIECE.exec(text)?.[1];
    if (piece === undefined) break;
    // `a b c 1 2 3`: letter by letter to its end.
    isSpelled &&= piece.length === 1;
    if (id.length >= WHOLE_ID && !isSpelled) break;
    id += piece;
    end = PIECE.lastIndex;
  }
  return UNITS.includes(text[end] ?? ' ') ? { id: '', end } : { id, end };
}

/** What may stand behind a word for WeChat or QQ, without `_` and `-`. */
function isContact(id: string): boolean {
  if (/^\d+$/.test(id)) return isQq(id) && !isDate(id);
  if (id.length < 5 || id.length > 20 || isProduct(id) || isWaybill(id)) return false;
  if (/^[a-z]+$/.test(id)) return id.length >= WHOLE_ID && !LATIN_COURTESIES.has(id);
  return true;
}

/** What looks drawn by lot, without a word that announces it; `next`: the character behind it. */
function isCode(run: string, next: string): boolean {
  const id = plain(run);
  if (id.length < 6 || id.length > 20 || (next !== '' && UNITS.includes(next))) return false;
  if (!/\d/.test(id) || !/[a-z].*[a-z]/.test(id) || isProduct(id) || isWaybill(id)) return false;
  if (run.includes('_')) return true;
  const [figures = ''] = /\d{6,8}/.exec(id) ?? [];
  if (figures !== '') return /^[a-z]{2}/.test(id) && !isDate(figures);
  return id.length > 6 && (id.match(/[a-z]+|\d+/g)?.length ?? 0) >= 5;
}

/** What could be an id if another note said so. */
function isBare(run: string, next: string): boolean {
  const id = plain(run);
  if (id.length < WHOLE_ID || (next !== '' && UNITS.includes(next))) return false;
  return /\d/.test(id) && /[a-z]/.test(id) && isContact(id);
}

function isDate(digits: string): boolean {
  return DATE.test(digits);
}

function isProduct(id: string): boolean {
  return MODEL_WORDS.some((word) => id.startsWith(word));
}

/** A waybill (`sf1234567890123`, `jdva01234567890`, `ea123456789cn`), an identity number, or a tax number of eighteen. */
function isWaybill(id: string): boolean {
  return /\d{9}/.test(id) || /^9[1-9]\d{6}[a-z0-9]{10}$/.test(id);
}

function isCodeWord(word: string): boolean {
  if (/^[a-z0-9]+$/.test(word)) return word.length >= 4 && !/^(.)\1+$/.test(word);
  return ![...COMMON_CODE_WORDS].some((common) => word.startsWith(common));
}

/** A whole name, which begins with a surname: 质量好推荐的 names nobody, and neither does 王者荣耀推荐的. */
function isName(name: string): boolean {
  const isWhole = name.length < 4 ? SURNAMES.includes(name[0]!) : DOUBLE_SURNAMES.includes(name.slice(0, 2));
  return isWhole && !NICKNAME.test(name) && !NOBODYS_NAME.some((word) => name.includes(word));
}
