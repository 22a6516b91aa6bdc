// Buildings in which many buyers ordered within days, and far more of them pay later than elsewhere in the shop.

/** Orders as columns; each may be longer than `size`. */
export interface BuildingOrders {
  readonly size: number;
  /** Below 0 where nobody is identified. */
  readonly buyer: ArrayLike<number>;
  /** The address without its room, below 0 where none is known. */
  readonly building: ArrayLike<number>;
  /** Civil seconds; NaN where unknown. */
  readonly orderedAt: ArrayLike<number>;
}

/** Orders of any kind, and those of them that pay later. */
export interface OrderCounts {
  readonly all: number;
  readonly payLater: number;
}

export interface BuildingLimits {
  readonly fewestBuyers: number;
  readonly windowSeconds: number;
  /** The least that the building's share of pay-later orders is of the rest's. */
  readonly fewestLift: number;
  /** Buyers of a building, over all time, up to whom it is told; above that it is a hub. */
  readonly mostBuyers: number;
}

/** The catalogue's thresholds. */
export const BUILDING: BuildingLimits = {
  fewestBuyers: 8,
  windowSeconds: 7 * 86_400,
  fewestLift: 2,
  mostBuyers: 25,
};

export interface Building {
  readonly building: number;
  /** Of the window in which the most buyers stand, the earliest of several; ascending. */
  readonly buyers: readonly number[];
  /** Civil seconds of the first and the last order of that window. */
  readonly from: number;
  readonly to: number;
  /** The building's orders, and by how much its share exceeds the rest's at the least (95 %). */
  readonly counts: OrderCounts;
  readonly leastLift: number;
}

export interface Buildings {
  /** In ascending order of the buildings. */
  readonly found: readonly Building[];
  /** Buildings of more buyers than may be told, ascending: shared by a crowd. */
  readonly hubs: readonly number[];
}

/** Of one-sided 97.5 %, as everywhere else. */
const Z = 1.96;

/**
 * The least share that lies behind so many of so many, with 95 % certainty (Wilson's bound); 0 without any. Eight of
 * eight say no more than 67 %, so that a handful of orders never make a lift of their own.
 */
export function leastShare({ payLater, all }: OrderCounts): number {
  if (all <= 0) return 0;
  const share = payLater / all;
  const z2 = Z * Z;
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * all)) / all);
  return Math.max(0, (share + z2 / (2 * all) - spread) / (1 + z2 / all));
}

/**
 * The buildings in which at least `fewestBuyers` ordered within `windowSeconds` (both ends included), whose share of
 * pay-later orders is, by its least value, at least `fewestLift` times that of the rest of the shop. `countsOf` tells a
 * building's orders of every kind, null where they are not known: then it is not judged. A shop half of whose orders
 * pay later can have no such building, nor can one whose file holds nothing else. A dormitory has the building's crowd
 * without its share, so this is weak and links nobody alone.
 * Time: sorting, then linear. The same for the orders in any sequence.
 */
export function crowdedBuildings(
  orders: BuildingOrders,
  countsOf: (building: number) => OrderCounts | null,
  shop: OrderCounts,
  limits: BuildingLimits = BUILDING,
): Buildings {
  const found: Building[] = [];
  const hubs: number[] = [];
  const rows = rowsByBuilding(orders);
  for (const building of [...rows.keys()].sort((a, b) => a - b)) {
    const own = rows.get(building)!;
    const buyers = new Set(own.map((row) => orders.buyer[row]!)).size;
    if (buyers > limits.mostBuyers) hubs.push(building);
    if (buyers < limits.fewestBuyers || buyers > limits.mostBuyers) continue;
    const counts = countsOf(building);
    const leastLift = counts === null ? 0 : liftOf(counts, shop);
    if (counts === null || leastLift < limits.fewestLift) continue;
    const window = fullestWindow(own, orders, limits.windowSeconds);
    if (window.buyers.length >= limits.fewestBuyers) found.push({ building, ...window, counts, leastLift });
  }
  return { found, hubs };
}

/** How many times the rest's share a building's is at the least; 0 where the rest has none to compare with. */
function liftOf(counts: OrderCounts, shop: OrderCounts): number {
  const rest = { all: shop.all - counts.all, payLater: shop.payLater - counts.payLater };
  if (rest.all <= 0 || rest.payLater <= 0) return 0;
  return leastShare(counts) / (rest.payLater / rest.all);
}

/** Rows of known buyers and times. */
function rowsByBuilding({ size, buyer, building, orderedAt }: BuildingOrders): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < size; row++) {
    const key = building[row]!;
    if (key < 0 || buyer[row]! < 0 || Number.isNaN(orderedAt[row])) continue;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [row]);
    else known.push(row);
  }
  return rows;
}

function fullestWindow(
  rows: readonly number[],
  { buyer, orderedAt }: BuildingOrders,
  seconds: number,
): Pick<Building, 'buyers' | 'from' | 'to'> {
  const sorted = rows.toSorted((a, b) => orderedAt[a]! - orderedAt[b]!);
  const inWindow = new Map<number, number>();
  let first = 0;
  let best = { buyers: [] as number[], from: Number.NaN, to: Number.NaN };
  for (const [at, row] of sorted.entries()) {
    const to = orderedAt[row]!;
    inWindow.set(buyer[row]!, (inWindow.get(buyer[row]!) ?? 0) + 1);
    for (; orderedAt[sorted[first]!]! < to - seconds; first++) {
      const gone = buyer[sorted[first]!]!;
      const left = inWindow.get(gone)! - 1;
      if (left === 0) inWindow.delete(gone);
      else inWindow.set(gone, left);
    }
    // Orders of one second stand in a window together.
    const isWhole = at + 1 === sorted.length || orderedAt[sorted[at + 1]!]! > to;
    if (isWhole && inWindow.size > best.buyers.length) {
      best = { buyers: [...inWindow.keys()].sort((a, b) => a - b), from: orderedAt[sorted[first]!]!, to };
    }
  }
  return best;
}
