// Every key of the configuration, made from the rules, the platforms and the options: the one description of them all.

import { BUCKET_ENDS } from '../core/aging.js';
import { FIELD_NAMES } from '../core/field-names.js';
import { ORDER_FIELDS, type OrderField } from '../core/fields.js';
import { SEVERITIES } from '../core/finding.js';
import type { Both } from '../core/language.js';
import { LIST_NAMES, type ListName } from '../core/lists.js';
import { ALL_FORMATS } from '../platforms/index.js';
import { linkedFrom } from '../rules/cluster-drafts.js';
import { RULES } from '../rules/index.js';
import { LARGE_FROM } from '../rules/large.js';
import { MONTH, QUARTER } from '../rules/past-due-bands.js';
import type { Param, Rule } from '../rules/rule.js';
import { AUTO, type Entry, type Named, type NumberSetting, type Section, type Setting } from './settings.js';
import * as words from './words.js';

/** Sections of shops; more would not fit into what is kept of each line. */
const MOST_SHOPS = 200;
const LONGEST_DAYS = 365;

/** A limit that several rules use; `alone`: a rule may still have one of its own. */
interface Shared {
  readonly section: 'large' | 'late' | 'links';
  readonly name: string;
  readonly param: Param;
  readonly alone: boolean;
}

/** Where the bands of two rules meet, or one rule leaves to another what that tells, both must have one value. */
const SHARED: Readonly<Record<NonNullable<Param['shared']>, Shared>> = {
  'large.min': { section: 'large', name: 'min', param: LARGE_FROM, alone: true },
  'late.month': { section: 'late', name: 'month', param: MONTH, alone: false },
  'late.quarter': { section: 'late', name: 'quarter', param: QUARTER, alone: false },
  'links.buyers': { section: 'links', name: 'buyers', param: linkedFrom(words.LINK_BUYERS), alone: false },
};

const sharedOf = ({ shared }: Param) => (shared === undefined ? undefined : SHARED[shared]);

/** The keys under which a rule's parameter is set, the closest first. */
export function keysOfParam(rule: Rule, name: string): readonly string[] {
  const param = rule.params[name];
  const shared = param === undefined ? undefined : sharedOf(param);
  const own = `rules.${rule.id}.${name}`;
  if (shared === undefined) return [own];
  const common = `${shared.section}.${shared.name}`;
  return shared.alone ? [own, common] : [common];
}

function numberOf(key: string, { value, unit, least, most, text }: Param): NumberSetting {
  return { kind: 'number', key, unit, least, most, standard: value, text };
}

function section(text: Both, keys: Readonly<Record<string, Entry>>): Section {
  return { kind: 'section', text, keys: new Map(Object.entries(keys)) };
}

function sharedSection(name: Shared['section']): Section {
  const own = Object.values(SHARED).filter((shared) => shared.section === name);
  const keys = own.map((shared) => [shared.name, numberOf(`${name}.${shared.name}`, shared.param)] as const);
  return section(words.SECTIONS[name], Object.fromEntries(keys));
}

function ruleSection(rule: Rule): Section {
  const base = `rules.${rule.id}`;
  const keys: Record<string, Entry> = {
    enabled: { kind: 'switch', key: `${base}.enabled`, standard: rule.off !== true, text: words.ENABLED },
    severity: {
      kind: 'choice',
      key: `${base}.severity`,
      of: [AUTO, ...SEVERITIES],
      standard: AUTO,
      text: words.SEVERITY,
    },
  };
  for (const [name, param] of Object.entries(rule.params)) {
    const shared = sharedOf(param);
    const own = numberOf(`${base}.${name}`, param);
    const use = shared === undefined ? '' : `${shared.section}.${shared.name}`;
    if (shared === undefined) keys[name] = own;
    else keys[name] = shared.alone ? { ...own, shared: use } : { kind: 'elsewhere', use };
  }
  return { ...section(words.ofRule(rule), keys), isRule: true };
}

/** The rules; of a shop those that look at its orders, while those about the whole run belong above. */
function rulesSection(ofShop: boolean): Section {
  const keys = RULES.map((rule): [string, Entry] => {
    const isWide = ofShop && rule.kind === 'report';
    return [rule.id, isWide ? { kind: 'elsewhere', use: `rules.${rule.id}` } : ruleSection(rule)];
  });
  const aliases = RULES.flatMap(({ id, aliases: codes }) =>
    codes.map((code) => [code.toLowerCase(), id] as const),
  );
  return { ...section(words.SECTIONS.rules, Object.fromEntries(keys)), aliases: new Map(aliases) };
}

/** A number of days that the program finds out by itself where it is not set. */
const days = (key: string, standard: number | null, most: number, text: Both): NumberSetting => {
  return { kind: 'number', key, unit: 'days', least: 0, most, standard, text };
};

function platformsSection(): Section {
  const keys: Record<string, Entry> = {};
  for (const format of ALL_FORMATS) {
    if (format.kind !== 'orders') continue;
    const base = `platforms.${format.platform}`;
    const { autoReceiptDays, graceDays } = format.terms;
    keys[format.platform] = section(words.PLATFORMS[format.platform], {
      'auto-receipt': days(`${base}.auto-receipt`, autoReceiptDays, 90, words.AUTO_RECEIPT),
      grace: days(`${base}.grace`, graceDays, 90, words.GRACE),
      lag: days(`${base}.lag`, null, 90, words.LAG),
    });
  }
  return section(words.SECTIONS.platforms, keys);
}

function columnsSection(): Section {
  const fields = Object.keys(ORDER_FIELDS) as OrderField[];
  const keys = fields.map((field): [string, Entry] => {
    return [field, { kind: 'header', key: `columns.${field}`, text: FIELD_NAMES[field] }];
  });
  return section(words.SECTIONS.columns, Object.fromEntries(keys));
}

/** What each list may look like in the file. */
const EXAMPLES: Readonly<Record<ListName, string>> = {
  phones: '[{file: phones.txt}]',
  addresses: '[浙江省杭州市西湖区青禾路12号]',
  'pickup-points': '[{file: pickup-points.txt}]',
  wholesale: '[{account: 买家账号}, {file: 批发客户.csv}]',
  staff: '{file: staff.csv}',
  tags: '[补单, 拍单, 测评]',
  'pickup-words': '[收发室]',
  'note-words': '[提现, 返款]',
};

function listsSection(): Section {
  const keys = LIST_NAMES.map((list): [string, Entry] => {
    return [list, { kind: 'list', list, text: words.LISTS[list], example: EXAMPLES[list] }];
  });
  return section(words.SECTIONS.lists, Object.fromEntries(keys));
}

function auditSection(): Section {
  const { AUDIT } = words;
  const off = (name: keyof typeof AUDIT): Entry => {
    return { kind: 'switch', key: `audit.${name}`, standard: false, text: AUDIT[name] };
  };
  return section(words.SECTIONS.audit, {
    lang: { kind: 'choice', key: 'audit.lang', of: [AUTO, 'zh', 'en'], standard: AUTO, text: AUDIT.lang },
    'fail-on': {
      kind: 'choice',
      key: 'audit.fail-on',
      of: ['never', ...SEVERITIES],
      standard: 'never',
      text: AUDIT['fail-on'],
    },
    'max-rejects': {
      kind: 'number',
      key: 'audit.max-rejects',
      unit: 'records',
      least: 0,
      most: 999_999_999,
      standard: 0,
      text: AUDIT['max-rejects'],
    },
    'all-pay-later': off('all-pay-later'),
    'link-across-shops': off('link-across-shops'),
    'escape-formulas': off('escape-formulas'),
  });
}

function shops(): Named {
  const of = section(words.SECTIONS.shop, {
    large: sharedSection('large'),
    late: sharedSection('late'),
    rules: rulesSection(true),
  });
  return { kind: 'named', text: words.SECTIONS.shops, most: MOST_SHOPS, of };
}

let made: Section | undefined;

/** The whole configuration. Made when it is first asked for: most runs have none. */
export function description(): Section {
  made ??= section(words.SECTIONS.all, {
    version: { kind: 'version', text: words.VERSION },
    large: sharedSection('large'),
    late: sharedSection('late'),
    links: sharedSection('links'),
    rules: rulesSection(false),
    platforms: platformsSection(),
    buckets: {
      kind: 'days',
      key: 'buckets',
      standard: BUCKET_ENDS,
      fewest: 1,
      most: 8,
      longest: LONGEST_DAYS,
      text: words.BUCKETS,
    },
    columns: columnsSection(),
    lists: listsSection(),
    audit: auditSection(),
    shops: shops(),
  });
  return made;
}

/** Every setting of the run, and of a shop, in the order of the file. */
export function settingsIn(from: Section = description()): Setting[] {
  return [...from.keys.values()].flatMap((entry) => {
    switch (entry.kind) {
      case 'section':
        return settingsIn(entry);
      case 'named':
      case 'elsewhere':
      case 'version':
      case 'list':
        return [];
      default:
        return [entry];
    }
  });
}
