// HTML that is safe by construction: what is put into a template is escaped unless it was made by one.

/** A piece of HTML. Only `html` and `joined` make it, so that no text of a file ever stands in a page unescaped. */
export class Html {
  readonly text: string;

  /** For this module only. */
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly (Html | string)[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Controls, and signs that turn the direction of what follows or that cannot be seen: none belongs into a page. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A text for a page: special signs as entities, what cannot be seen as a blank. */
function escaped(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}

/** A template of HTML. Texts, numbers and lists of them are escaped; null leaves nothing. Attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0]!;
  parts.forEach((part, i) => {
    text += textOf(part) + strings[i + 1]!;
  });
  return new Html(text);
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join('');
  return escaped(String(part));
}

/** A style sheet or a script of our own, as it stands. Never for what comes from a file. */
export function ownCode(code: string): Html {
  return new Html(code);
}
