// What the page does in a browser: search, filter, sort, show piecewise, copy. Written into the page as it stands.

/** As much of a browser's document as is used here: nothing of it exists where the page is made. */
interface Node {
  readonly textContent: string | null;
  readonly children: ArrayLike<Node>;
  hidden: boolean;
  value: string;
  readonly classList: { add(name: string): void };
  readonly dataset: Record<string, string | undefined>;
  readonly parentElement: Node | null;
  append(...nodes: Node[]): void;
  closest(selector: string): Node | null;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): ArrayLike<Node>;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  addEventListener(name: string, listener: (event: { readonly target: Node }) => void): void;
}
interface Page {
  readonly documentElement: Node;
  querySelector(selector: string): Node | null;
  addEventListener(name: string, listener: (event: { readonly target: Node }) => void): void;
}
interface Clipboard {
  writeText(text: string): Promise<void>;
}

/** Needs nothing but its arguments, for it is written into the page as text. */
export function client(page: Page, clipboard: Clipboard | undefined): void {
  const STEP = 200;
  const table = page.querySelector('#all');
  page.documentElement.classList.add('live');
  const status = page.querySelector('#status');

  page.addEventListener('click', ({ target }) => {
    const button = target.closest('td button');
    if (button === null || clipboard === undefined || status === null) return;
    const text = button.textContent ?? '';
    void clipboard.writeText(text).then(() => {
      (status as { textContent: string | null }).textContent = `${status.dataset['copied']} ${text}`;
    });
  });

  const body = table?.querySelector('tbody') ?? null;
  const search = page.querySelector('#search');
  const more = page.querySelector('#more');
  const count = page.querySelector('#count');
  if (!table || !body || !search || !more || !count) return;
  const rows = Array.from(body.children).map((row, place) => {
    const cells = Array.from(row.children).map((cell) => cell.textContent ?? '');
    return { row, place, cells, text: cells.join(' ').toLowerCase() };
  });
  let order = rows.slice();
  let most = STEP;

  const show = () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/);
    const chosen = Array.from(table.parentElement?.parentElement?.querySelectorAll('select') ?? []).map(
      (select) => ({
        column: Number(select.dataset['column']),
        value: select.value,
      }),
    );
    let found = 0;
    for (const { row, cells, text } of order) {
      const isFound =
        chosen.every(({ column, value }) => value === '' || cells[column] === value) &&
        wanted.every((word) => text.includes(word));
      if (isFound) found++;
      row.hidden = !isFound || found > most;
    }
    (count as { textContent: string | null }).textContent = `${Math.min(found, most)} / ${found}`;
    more.hidden = found <= most;
  };
  const again = () => {
    most = STEP;
    show();
  };
  search.addEventListener('input', again);
  for (const select of Array.from(table.parentElement?.parentElement?.querySelectorAll('select') ?? [])) {
    select.addEventListener('change', again);
  }
  more.addEventListener('click', () => {
    most += STEP;
    show();
  });
  const heads = Array.from(table.querySelectorAll('th'));
  heads.forEach((head, column) => {
    head.querySelector('button')?.addEventListener('click', () => {
      const isDown = head.getAttribute('aria-sort') !== 'descending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      const ranks = (head.dataset['ranks'] ?? '').split('|');
      const rankOf = (text: string) =>
        ranks.length > 1 ? ranks.indexOf(text) : Number(text.replace(/,/g, ''));
      const isNumber = ranks.length > 1 || head.dataset['number'] !== undefined;
      const sign = isDown ? -1 : 1;
      order = rows.slice().sort((a, b) => {
        const [x, y] = [a.cells[column] ?? '', b.cells[column] ?? ''];
        const apart = isNumber ? rankOf(x) - rankOf(y) : x < y ? -1 : x > y ? 1 : 0;
        return sign * apart || a.place - b.place;
      });
      body.append(...order.map(({ row }) => row));
      again();
    });
  });
  show();
}
