// One pay-later order as rules see it: its judgement, its times, and the keys under which it can be compared.

import { LOOKS } from '../core/identity.js';
import { KeyTable } from '../core/key-table.js';
import { LISTED } from '../core/lists.js';
import { LINE, type OrderBook } from '../core/order-book.js';
import { dayInOrderBytes } from '../core/order-id.js';
import { PHASES } from '../core/status.js';
import type { AfterSalesIndex } from './after-sales-index.js';
import { type AfterSaleRow, afterSalesOf } from './after-sales-of.js';
import type { CopiesFound, LineChains } from './copies.js';
import { type ExportDifference, exportDifferences } from './export-differences.js';
import type { Judgement } from './judgement.js';
import { DAY_SECONDS, type JudgeSettings } from './order-sums.js';
import { PriceModel } from './price-model.js';

/** Times are civil seconds at the as-of date, NaN where unknown or later; keys are -1 where there is none. */
export interface AuditedOrder {
  /** Index in the book of orders. */
  readonly order: number;
  /** Index of the input on whose record its money stands. */
  readonly input: number;
  /** The section of the configuration that its shop has, 0 for none. */
  readonly section: number;
  /** Number of the shop that sold it: what is told of one shop says nothing of another one. */
  readonly shop: number;
  readonly judged: Judgement;
  /** Whole days, 0 or more; 0 also where nothing is outstanding. */
  readonly daysPastDue: number;
  /** What is outstanding of it is proven not to have come in. */
  readonly proven: boolean;
  readonly orderedAt: number;
  /** The latest of its lines' times; the earliest promise of those that are not shipped. */
  readonly shippedAt: number;
  readonly receivedAt: number;
  readonly promisedAt: number;
  /** The day that its number begins with; NaN where it begins with none. */
  readonly numberDay: number;
  readonly product: number;
  /** List amounts of its lines that count, fen; NaN when unknown. */
  readonly listAmount: number;
  /** The promoter that it is credited to, -1 without one. */
  readonly promoter: number;
  /** Pieces, and their price before postage and discounts, fen; NaN when unknown, and for an order of several lines. */
  readonly pieces: number;
  readonly goods: number;
  /** A cell with several waybills is several waybills. */
  readonly waybills: readonly number[];
  /** Something stands where its waybill should, a waybill or a remark. */
  readonly waybillTold: boolean;
  /** Other held lines carry one of its waybills, or its person: without them no rule about several orders need look. */
  readonly waybillAgain: boolean;
  readonly personAgain: boolean;
  /** No other held line of its person is older; false where the time of one is unknown. */
  readonly firstOfPerson: boolean;
  readonly buyer: number;
  readonly person: number;
  readonly phone: number;
  readonly room: number;
  readonly pickup: number;
  /** The whole address; name and phone without its extension: hashes, for orders of one parcel. */
  readonly place: number;
  readonly namesake: number;
  /** Only one that is told in full, with its city and province. */
  readonly district: number;
  readonly province: number;
  /** The province of the warehouse that sent it, a key like `province`. */
  readonly warehouse: number;
  /** A name, phone or address stood there, and is masked. */
  readonly masked: boolean;
  /** The platform held the order under review. */
  readonly underReview: boolean;
  /** The logistics say that a parcel of it was refused, could not be handed over, or came back. */
  readonly returned: boolean;
  /** When the logistics of an order on its way say that it was signed for; see `OrderBook.signed`. */
  readonly signedAt: number;
  /** Its product is a link for a difference in price, for postage, or for one buyer. */
  readonly isMoneyLink: boolean;
  /** See `PriceModel.gapOf`; NaN also for an order of several lines. */
  readonly priceGap: number;
  /** What the export's own payment column says. */
  readonly saidUnpaid: boolean;
  /** A contact stands in the buyer's note or in the address: neither the recipient's own phone nor one for the courier. */
  readonly contactTold: boolean;
  /** Bits of `LOOKS`. */
  readonly looks: number;
  /** Words in its notes that need a look, as the list has them, ascending. */
  readonly noteWords: readonly string[];
  /** Lists of the shop that it is on: bits of `LISTED`. */
  readonly listed: number;
  /** Its after-sales at the as-of day; empty where the exports name none, and without such an export. */
  readonly afterSales: readonly AfterSaleRow[];
  /** The waybill by which one of these came back is one by which the order was sent. */
  readonly sameWaybillBack: boolean;
  /** What its exports say differently; null where nothing, and where one alone names it. */
  readonly exports: ExportDifference | null;
}

const CANCELLED = PHASES.indexOf('cancelled');
const NONE_TOLD: readonly string[] = [];
const NO_AFTER_SALES: readonly AfterSaleRow[] = [];

/** What they are made of, beside the book of orders. */
interface Built {
  readonly chains: LineChains;
  readonly copies: CopiesFound;
  readonly settings: Pick<JudgeSettings, 'asOfDay' | 'inputs' | 'afterSales'>;
}

/** Makes them: one object an order, for as long as a rule looks at it. */
export class AuditedOrders {
  readonly #book: OrderBook;
  readonly #chains: LineChains;
  readonly #end: number;
  readonly #waybills: WaybillParts;
  readonly #prices: PriceModel;
  /** Per person: on how many held lines, at most 2. */
  readonly #persons: Uint8Array;
  /** Per person: when the oldest of these was placed, civil seconds; below all times where one has none. */
  readonly #firstAt: Float64Array;
  readonly #afterSales: AfterSalesIndex | null;
  readonly #differences: ReadonlyMap<number, ExportDifference>;

  /** What carries a date behind the as-of day has not happened yet. */
  constructor(book: OrderBook, { chains, copies, settings }: Built) {
    const { asOfDay, inputs } = settings;
    this.#afterSales = settings.afterSales;
    this.#differences = exportDifferences(book.lines, book.identities, chains, copies.superseded, inputs);
    this.#book = book;
    this.#chains = chains;
    this.#end = Number.isNaN(asOfDay) ? Number.POSITIVE_INFINITY : (asOfDay + 1) * DAY_SECONDS;
    const { lines, identities } = book;
    this.#waybills = new WaybillParts(book);
    this.#prices = new PriceModel(lines);
    this.#persons = new Uint8Array(identities.persons.size);
    this.#firstAt = new Float64Array(identities.persons.size).fill(Number.POSITIVE_INFINITY);
    for (let line = 0; line < lines.size; line++) {
      const person = identities.persons.of(line);
      if (person < 0) continue;
      if (this.#persons[person]! < 2) this.#persons[person]!++;
      const placed = lines.orderedAt[line]!;
      if (!(placed >= this.#firstAt[person]!)) {
        this.#firstAt[person] = Number.isNaN(placed) ? Number.NEGATIVE_INFINITY : placed;
      }
    }
  }

  /** A waybill by its number, ASCII in capitals. */
  waybillText(waybill: number): string {
    return this.#waybills.text(waybill);
  }

  of(order: number, judged: Judgement): AuditedOrder {
    const { lines, identities, notes, signed: signedLines } = this.#book;
    const main = judged.line;
    let shippedAt = Number.NaN;
    let receivedAt = Number.NaN;
    let promisedAt = Number.NaN;
    let orderedAt = Number.NaN;
    let listAmount = Number.NaN;
    let flags = 0;
    let waybillTold = false;
    let words: Set<string> | null = null;
    let contacts: readonly string[] | undefined;
    let signedAt = Number.NaN;
    const waybills: number[] = [];
    for (let line = this.#chains.first[order]!; line >= 0; line = this.#chains.next[line]!) {
      if ((lines.flags[line]! & LINE.superseded) !== 0) continue;
      const shipped = lines.shippedAt[line]!;
      const isShipped = shipped < this.#end;
      if (isShipped && !(shippedAt >= shipped)) shippedAt = shipped;
      const received = lines.receivedAt[line]!;
      if (received < this.#end && !(receivedAt >= received)) receivedAt = received;
      const promised = lines.promisedAt[line]!;
      const isOpen = !isShipped && lines.phase[line] !== CANCELLED;
      if (isOpen && !(promisedAt <= promised)) promisedAt = promised;
      if (!(orderedAt <= lines.orderedAt[line]!)) orderedAt = lines.orderedAt[line]!;
      const amount = lines.listAmount[line]!;
      if (!Number.isNaN(amount)) listAmount = Number.isNaN(listAmount) ? amount : listAmount + amount;
      flags |= lines.flags[line]!;
      if (lines.waybill[line]! >= 0) waybillTold = true;
      contacts ??= notes.contacts.get(line);
      const told = notes.words.get(line);
      if (told !== undefined) words = new Set([...(words ?? []), ...told]);
      const signed = signedLines.get(line);
      if (signed !== undefined && !(signedAt >= signed)) signedAt = signed;
      for (const waybill of this.#waybills.of(lines.waybill[line]!)) {
        if (!waybills.includes(waybill)) waybills.push(waybill);
      }
    }
    const { columns } = identities;
    const afterSales =
      this.#afterSales === null ? NO_AFTER_SALES : afterSalesOf(this.#afterSales, order, this.#end);
    const person = identities.persons.of(main);
    const phone = identities.phones.of(main);
    return {
      order,
      input: lines.input[main]!,
      section: lines.section[main]!,
      shop: columns.shop[main]!,
      judged,
      daysPastDue: judged.aged?.daysPastDue ?? 0,
      proven: judged.money.unproven === null,
      orderedAt,
      shippedAt,
      receivedAt,
      promisedAt,
      numberDay: this.#book.ids.look(order, dayInOrderBytes),
      product: lines.product[main]!,
      listAmount,
      promoter: (this.#book.log.promoter[order] ?? 0) - 1,
      pieces: judged.lines === 1 ? lines.quantity[main]! : Number.NaN,
      goods: judged.lines === 1 ? lines.goods[main]! : Number.NaN,
      waybills,
      waybillTold,
      waybillAgain: waybills.some((waybill) => this.#waybills.isAgain(waybill)),
      personAgain: person >= 0 && this.#persons[person]! > 1,
      firstOfPerson: person >= 0 && orderedAt === this.#firstAt[person],
      buyer: identities.buyerOf(main),
      person,
      phone,
      room: identities.rooms.of(main),
      pickup: identities.pickups.of(main),
      place: columns.place[main]!,
      namesake: columns.namesake[main]!,
      district: columns.district[main]!,
      province: columns.province[main]!,
      warehouse: columns.warehouse[main]!,
      masked: columns.masked[main] === 1,
      underReview: (flags & LINE.underReview) !== 0,
      returned: (flags & (LINE.returned | LINE.undelivered)) !== 0,
      isMoneyLink: (flags & LINE.moneyLink) !== 0,
      priceGap: judged.lines === 1 ? this.#prices.gapOf(main) : Number.NaN,
      signedAt,
      saidUnpaid: (flags & LINE.unpaid) !== 0,
      noteWords: words === null ? NONE_TOLD : [...words].sort(),
      looks: columns.looks[main]!,
      contactTold:
        (columns.looks[main]! & LOOKS.contact) !== 0 ||
        (contacts?.some((contact) => phone < 0 || contact !== identities.phoneText(phone)) ?? false),
      listed:
        (identities.listed.get(main) ?? 0) |
        ((flags & LINE.tagged) === 0 ? 0 : LISTED.tag) |
        (words !== null && notes.hasOwnWords ? LISTED.noteWord : 0),
      afterSales,
      exports: this.#differences.get(order) ?? null,
      sameWaybillBack: afterSales.some(({ returnWaybill: back, outboundWaybill: out }) => {
        return back !== '' && (back === out || waybills.includes(this.#waybills.find(back)));
      }),
    };
  }
}

/**
 * Blanks, quotes, `,` `;` `/` `、` and their full-width forms in UTF-8 and GB18030, as Latin-1 text of the bytes: not
 * `\s`, for 0xA0 is a byte of other characters.
 */
const BETWEEN_WAYBILLS = /[,;/='" \t\r\n]|\xe3\x80\x81|\xa1\xa2|\xef\xbc[\x8c\x9b]|\xa3[\xac\xbb]/;
const NONE: readonly number[] = [];
const [ZERO, NINE, UPPER_A, UPPER_Z] = [0x30, 0x39, 0x41, 0x5a];
/** Letters, digits and dashes, six digits at least, and not all of them one: whatever else stands there is a remark. */
const WAYBILL = /^(?=(?:[a-z-]*\d){6})(?![a-z-]*(\d)(?:[a-z-]*\1)*[a-z-]*$)[a-z\d-]{8,}$/i;

/** What nearly every cell is, told without a regular expression: digits behind capitals, the last three not all equal. */
function isPlainWaybill(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at]! >= UPPER_A && bytes[at]! <= UPPER_Z) at++;
  if (end - start < 8 || end - at < 6) return false;
  if (bytes[end - 1] === bytes[end - 2] && bytes[end - 2] === bytes[end - 3]) return false;
  while (at < end && bytes[at]! >= ZERO && bytes[at]! <= NINE) at++;
  return at === end;
}

/**
 * The waybills of cells, each distinct cell split once, and how often each stands on the held lines. Nearly every cell
 * is one waybill and keeps the cell's number; what is no cell of its own is numbered behind the cells.
 */
class WaybillParts {
  /** Of cells that are not one waybill as they stand. */
  readonly #parts = new Map<number, readonly number[]>();
  /** Lines on which a waybill stands, at most 2. */
  readonly #lines: Uint8Array;
  readonly #cells: KeyTable;
  /** What is no cell of its own. */
  readonly #others = new KeyTable();

  constructor({ lines, waybills }: OrderBook) {
    this.#cells = waybills;
    const others = this.#others;
    const numberOf = (text: string): number => {
      const bytes = Buffer.from(text, 'latin1');
      const known = waybills.find(bytes, 0, bytes.length);
      return known < 0 ? waybills.size + others.intern(bytes, 0, bytes.length) : known;
    };
    for (let cell = 0; cell < waybills.size; cell++) {
      if (waybills.look(cell, isPlainWaybill)) continue;
      const whole = Buffer.from(waybills.bytes(cell)).toString('latin1');
      if (WAYBILL.test(whole) && whole === whole.toUpperCase()) continue;
      const parts = whole.split(BETWEEN_WAYBILLS).filter((text) => WAYBILL.test(text));
      this.#parts.set(
        cell,
        parts.map((text) => numberOf(text.toUpperCase())),
      );
    }
    this.#lines = new Uint8Array(waybills.size + others.size);
    for (let line = 0; line < lines.size; line++) {
      for (const waybill of this.of(lines.waybill[line]!)) {
        if (this.#lines[waybill]! < 2) this.#lines[waybill]!++;
      }
    }
  }

  /** The waybills of a cell, by its number in the book's table of cells. */
  of(cell: number): readonly number[] {
    return cell < 0 ? NONE : (this.#parts.get(cell) ?? [cell]);
  }

  /** The number of a waybill by its text, ASCII in capitals; -1 where no held line has it. */
  find(text: string): number {
    const bytes = Buffer.from(text, 'latin1');
    const known = this.#cells.find(bytes, 0, bytes.length);
    if (known >= 0) return known;
    const other = this.#others.find(bytes, 0, bytes.length);
    return other < 0 ? -1 : this.#cells.size + other;
  }

  text(waybill: number): string {
    const cells = this.#cells.size;
    const bytes = waybill < cells ? this.#cells.bytes(waybill) : this.#others.bytes(waybill - cells);
    return Buffer.from(bytes).toString('latin1');
  }

  isAgain(waybill: number): boolean {
    return this.#lines[waybill]! > 1;
  }
}
