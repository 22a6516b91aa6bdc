// Windows of minutes in which several buyers bought one product, far above what the hour around them lets expect.

/** Purchases as columns; each may be longer than `size`. */
export interface Purchases {
  readonly size: number;
  /** Below 0 where nobody is identified. */
  readonly buyer: ArrayLike<number>;
  readonly product: ArrayLike<number>;
  /** Civil seconds; NaN where unknown. */
  readonly orderedAt: ArrayLike<number>;
  readonly order: ArrayLike<number>;
  /** The 拼团 that the order is of, below 0 without one. */
  readonly group: ArrayLike<number>;
}

export interface BurstLimits {
  readonly fewestBuyers: number;
  readonly windowSeconds: number;
  readonly aroundSeconds: number;
  readonly fewestLift: number;
  readonly mostBuyers: number;
}

/** A window of one product. */
export interface Burst {
  readonly product: number;
  /** Rows of the window, of known buyers. */
  readonly rows: readonly number[];
  /** Buyers of several orders who bought in it, ascending. */
  readonly buyers: readonly number[];
  /** Buyers of all purchases around it, the window's own included; one for each purchase. */
  readonly around: readonly number[];
}

/** More purchases than so many for each buyer are not looked at, so that a window costs little whoever fills it. */
const PURCHASES_A_BUYER = 4;

/** True when so many buyers are `fewestLift` times what others' purchases around let expect in a window. */
export function isAbove(buyers: number, others: number, limits: BurstLimits): boolean {
  return buyers * limits.aroundSeconds >= limits.fewestLift * others * limits.windowSeconds;
}

/**
 * The windows in which `fewestBuyers` or more buyers of several orders could be above the rate of the rest, in order of
 * product and time; and how many more were left out because more than `mostBuyers` stand in them, where there are such
 * buyers at all. A window reaches from a purchase until `windowSeconds` later, and does not lie within another one.
 */
export function bursts(purchases: Purchases, limits: BurstLimits): { found: Burst[]; crowded: number } {
  const repeats = repeatBuyers(purchases);
  const found: Burst[] = [];
  let crowded = 0;
  if (repeats.size < limits.fewestBuyers) return { found, crowded };
  for (const rows of rowsByProduct(purchases)) {
    if (rows.length < limits.fewestBuyers) continue;
    crowded += burstsOf(rows, purchases, repeats, limits, found);
  }
  return { found, crowded };
}

/** Adds the bursts of one product, whose rows come in order of time; returns how many windows are too crowded. */
function burstsOf(
  rows: Uint32Array,
  purchases: Purchases,
  repeats: ReadonlySet<number>,
  limits: BurstLimits,
  found: Burst[],
): number {
  const { buyer, orderedAt, product } = purchases;
  const { fewestBuyers, mostBuyers, windowSeconds, aroundSeconds } = limits;
  const margin = (aroundSeconds - windowSeconds) / 2;
  let crowded = 0;
  let last = -1;
  let end = 0;
  let [aroundFrom, aroundTo] = [0, 0];
  for (let from = 0; from < rows.length; from++) {
    const start = orderedAt[rows[from]!]!;
    while (end < rows.length && orderedAt[rows[end]!]! <= start + windowSeconds) end++;
    if (end === last) continue;
    last = end;
    while (orderedAt[rows[aroundFrom]!]! < start - margin) aroundFrom++;
    while (aroundTo < rows.length && orderedAt[rows[aroundTo]!]! <= start + windowSeconds + margin)
      aroundTo++;
    const size = end - from;
    // Were all of the window's purchases of different buyers, and all of them one group.
    if (size < fewestBuyers || !isAbove(size, aroundTo - aroundFrom - size, limits)) continue;
    const known = size > mostBuyers * PURCHASES_A_BUYER ? null : new Set<number>();
    if (known !== null)
      for (let at = from; at < end; at++) if (buyer[rows[at]!]! >= 0) known.add(buyer[rows[at]!]!);
    if (known === null || known.size > mostBuyers) {
      crowded++;
      continue;
    }
    const buyers = [...known].filter((one) => repeats.has(one)).sort((a, b) => a - b);
    if (buyers.length < fewestBuyers) continue;
    found.push({
      product: product[rows[from]!]!,
      rows: Array.from(rows.subarray(from, end)).filter((row) => buyer[row]! >= 0),
      buyers,
      around: Array.from(rows.subarray(aroundFrom, aroundTo), (row) => buyer[row]!),
    });
  }
  return crowded;
}

/** Buyers of two orders or more: nobody else can be met twice. */
function repeatBuyers({ size, buyer, order }: Purchases): Set<number> {
  const first = new Map<number, number>();
  const repeats = new Set<number>();
  for (let row = 0; row < size; row++) {
    if (buyer[row]! < 0) continue;
    const known = first.get(buyer[row]!);
    if (known === undefined) first.set(buyer[row]!, order[row]!);
    else if (known !== order[row]!) repeats.add(buyer[row]!);
  }
  return repeats;
}

/** The rows of each product in order of time, ascending by product; of an order's lines of one product the first. */
function* rowsByProduct({ size, buyer, product, orderedAt, order }: Purchases): Generator<Uint32Array> {
  const counts = new Map<number, number>();
  for (let row = 0; row < size; row++) {
    const key = product[row]!;
    if (key >= 0 && !Number.isNaN(orderedAt[row])) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const places = new Map(
    [...counts].map(([key, count]) => [key, { rows: new Uint32Array(count), filled: 0 }]),
  );
  for (let row = 0; row < size; row++) {
    const place = Number.isNaN(orderedAt[row]) ? undefined : places.get(product[row]!);
    if (place !== undefined) place.rows[place.filled++] = row;
  }
  for (const key of [...places.keys()].sort((a, b) => a - b)) {
    const { rows } = places.get(key)!;
    rows.sort((a, b) => orderedAt[a]! - orderedAt[b]! || order[a]! - order[b]! || buyer[a]! - buyer[b]!);
    yield rows.filter(
      (row, i) => i === 0 || order[row] !== order[rows[i - 1]!] || orderedAt[row] !== orderedAt[rows[i - 1]!],
    );
  }
}
