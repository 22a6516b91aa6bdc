// What the source files may import and touch, checked over their syntax trees; files come as a table, so any can be planted.
import { parseAst } from 'vitest/node';

/** Source text by path below src, with forward slashes: 'core/money.ts'. */
export type Files = Readonly<Record<string, string>>;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Whom a folder may import besides itself: for its values, and for its types only. Names are folders or files. */
interface Allowance {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

const FOLDERS = [
  'core',
  'io',
  'platforms',
  'ingest',
  'linkage',
  'portfolio',
  'rules',
  'config',
  'report',
  'steps',
];

/** The folder table. Files that lie in src itself stand for themselves. */
export const MAY_IMPORT: Readonly<Record<string, Allowance>> = {
  core: { values: [] },
  io: { values: ['core'] },
  platforms: { values: ['core'] },
  ingest: { values: ['core', 'platforms'], types: ['io/record-view.ts'] },
  linkage: { values: ['core'] },
  portfolio: { values: ['core', 'linkage'] },
  rules: { values: ['core'], types: ['portfolio', 'linkage'] },
  config: { values: ['core', 'rules', 'platforms'] },
  report: { values: ['core', 'portfolio', 'rules'] },
  steps: { values: FOLDERS },
  'audit.ts': { values: FOLDERS },
  'library.ts': { values: [...FOLDERS, 'audit.ts'] },
  cli: { values: ['audit.ts', 'config', 'report', 'core'], types: ['steps'] },
  'main.ts': { values: [...FOLDERS, 'audit.ts', 'cli'] },
};

/** The only file that may use the process, the console and the clock. */
const HOST_FILE = 'main.ts';
/** The few things of the host that another file may touch, because temporary files are named by their owner. */
const HOST_EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  'io/port.ts': ['process.pid', 'process.kill', 'performance.timeOrigin'],
};
const HOST_NAMES = ['process', 'console', 'performance', 'globalThis', 'global'];
const HOST_MODULES = ['process', 'console', 'perf_hooks'];

/** A file that needs more lines than this does more than one thing. */
export const MAX_LINES = 350;

/** Imports that the folder table does not allow, and imports whose target cannot be told. */
export function importViolations(files: Files): string[] {
  const found: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const allowance = MAY_IMPORT[unitOf(path)];
    if (allowance === undefined) {
      found.push(`${path}: the folder table does not know ${unitOf(path)}`);
      continue;
    }
    for (const { specifier, typeOnly, start } of importsOf(text)) {
      const target = specifier === undefined ? undefined : targetOf(path, specifier);
      const place = `${path}:${lineOf(text, start)}`;
      if (target === undefined) found.push(`${place} imports what only running can tell`);
      else if (target !== PACKAGE && !isAllowed(path, target, typeOnly, allowance)) {
        found.push(`${place} imports ${typeOnly ? 'the types of ' : ''}${target}`);
      }
    }
  }
  return found;
}

/** Uses of the process, the console or the clock by files that shall be told instead. */
export function hostViolations(files: Files): string[] {
  const found: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (path === HOST_FILE) continue;
    const exceptions = HOST_EXCEPTIONS[path] ?? [];
    for (const { specifier, names, typeOnly, start } of importsOf(text)) {
      const module = specifier?.replace(/^node:/, '') ?? '';
      if (typeOnly || !HOST_MODULES.includes(module)) continue;
      const whole = names.length === 1 && names[0] === 'default';
      if (whole && exceptions.some((use) => use.startsWith(`${module}.`))) continue;
      found.push(`${path}:${lineOf(text, start)} imports ${module}`);
    }
    for (const { name, member, start } of usesOf(text)) {
      if (!HOST_NAMES.includes(name)) continue;
      const use = member === undefined ? name : `${name}.${member}`;
      if (!exceptions.includes(use)) found.push(`${path}:${lineOf(text, start)} uses ${use}`);
    }
  }
  return found;
}

/** What no file may use: the host's time zone and locale, and an exit that cuts off output. */
export function wordViolations(files: Files): string[] {
  const found: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const tell = (what: string, start: number) => found.push(`${path}:${lineOf(text, start)} uses ${what}`);
    for (const { specifier, names, start } of importsOf(text)) {
      if (/^(node:)?process$/.test(specifier ?? '') && names.includes('exit')) tell('process.exit', start);
    }
    for (const { name, member, start } of usesOf(text)) {
      if (name === 'Date' && member !== 'UTC') tell(member === undefined ? 'Date' : `Date.${member}`, start);
      if (name === 'process' && member === 'exit') tell('process.exit', start);
    }
    walk(treeOf(text), (node) => {
      const word = wordOf(node);
      if (word !== undefined && /^(localeCompare$|toLocale)/.test(word)) tell(word, node.start);
    });
  }
  return found;
}

/** Files that are too long, or do not begin by saying what they are for. */
export function shapeViolations(files: Files): string[] {
  const found: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const lines = text.replace(/\n$/, '').split('\n').length;
    if (lines > MAX_LINES) found.push(`${path} has ${lines} lines`);
    if (!/^(\/\/|\/\*+) *[^\s*/]/.test(text)) found.push(`${path} does not begin with a comment`);
  }
  return found;
}

/** One import of a file, in any of the ways that a file can name another one. */
interface Import {
  /** Undefined when it is computed. */
  readonly specifier: string | undefined;
  /** The names taken, as the other file calls them; empty where all or none are. */
  readonly names: readonly string[];
  /** Nothing of it is left when the types are gone. `import { type A }` still loads the file, so it does not count. */
  readonly typeOnly: boolean;
  readonly start: number;
}

function importsOf(text: string): Import[] {
  const found: Import[] = [];
  walk(treeOf(text), (node) => {
    const { type, start, source } = node;
    const names = listOf(node.specifiers).map(nameTaken);
    if (type === 'ImportDeclaration') {
      found.push({ specifier: textOf(source), names, typeOnly: node.importKind === 'type', start });
    } else if (type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && isNode(source))) {
      found.push({ specifier: textOf(source), names, typeOnly: node.exportKind === 'type', start });
    } else if (type === 'ImportExpression' || type === 'TSImportType') {
      found.push({ specifier: textOf(source), names, typeOnly: type === 'TSImportType', start });
    }
  });
  return found;
}

function nameTaken(specifier: Node): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return wordOf(specifier.imported ?? specifier.local) ?? '*';
}

/** A name that stands for itself, not a key or a member's name; with the member that is taken of it, if any. */
interface Use {
  readonly name: string;
  readonly member: string | undefined;
  readonly start: number;
}

function usesOf(text: string): Use[] {
  const found: Use[] = [];
  walk(treeOf(text), (node, parent) => {
    if (node.type !== 'Identifier' || parent === undefined) return;
    const isObject = parent.type === 'MemberExpression' && parent.object === node;
    const isMember = parent.type === 'MemberExpression' && !isObject && parent.computed === false;
    const isKey = parent.key === node && parent.computed === false;
    if (isMember || isKey || /^(Import|Export).*Specifier$|^TSTypeReference$/.test(parent.type)) return;
    const member = isObject ? wordOf(parent.property) : undefined;
    found.push({ name: String(node.name), member, start: node.start });
  });
  return found;
}

const PACKAGE = 'a package';

/** The path below src that a specifier means; undefined when it leaves src or cannot be told. */
function targetOf(path: string, specifier: string): string | undefined {
  if (/^(node:)?@?[a-z][\w.-]*(\/|$)/.test(specifier)) return PACKAGE;
  if (!/^\.\.?\//.test(specifier)) return undefined;
  const parts = path.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/').replace(/\.js$/, '.ts');
}

function isAllowed(
  path: string,
  target: string,
  typeOnly: boolean,
  { values, types = [] }: Allowance,
): boolean {
  const allowed = typeOnly ? [...values, ...types] : values;
  return [target, unitOf(target)].some((name) => name === unitOf(path) || allowed.includes(name));
}

/** The folder of a file, or the file itself when it lies in src. */
function unitOf(path: string): string {
  return path.split('/')[0] ?? path;
}

const trees = new Map<string, Node>();

function treeOf(text: string): Node {
  const known = trees.get(text);
  if (known !== undefined) return known;
  const tree = parseAst(text, { lang: 'ts' }, 'source.ts') as unknown as Node;
  trees.set(text, tree);
  return tree;
}

function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of listOf(Array.isArray(value) ? value : [value])) walk(child, visit, node);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function listOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text of a literal or of a template without gaps. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const [only, ...more] = listOf(node.quasis);
  if (node.type !== 'TemplateLiteral' || only === undefined || more.length > 0) return undefined;
  return (only.value as { cooked: string }).cooked;
}

/** The name of an identifier, or the text of a literal: `a.b` and `a['b']` are the same. */
function wordOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? String(node.name) : textOf(node);
}

function lineOf(text: string, start: number): number {
  return text.slice(0, start).split('\n').length;
}
