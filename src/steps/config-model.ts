// What reports show of the configuration: what differs from the defaults, what is off, which shops are not there.

import { type Config, choiceOf, ruleInForce } from '../config/config.js';
import { description, settingsIn } from '../config/description.js';
import { AUTO, type Setting } from '../config/settings.js';
import type { ShopSections } from '../core/shop-sections.js';
import { normalizeHeader } from '../ingest/headers.js';
import type { ConfigChange, ConfigModel } from '../report/config-line.js';
import { RULES } from '../rules/index.js';
import { mapInForce } from './effective.js';
import type { OrdersRead } from './read-orders.js';

/** Undefined where nothing was configured: then nothing is said of it. */
export function configModel(
  config: Config,
  sections: ShopSections,
  reads: readonly OrdersRead[],
): ConfigModel | undefined {
  if (config.file === null && config.chosen.length === 0) return undefined;
  const off = RULES.filter((rule) => {
    const { enabled } = ruleInForce(config, rule);
    return !enabled.value && enabled.source !== 'default';
  });
  return {
    name: config.file?.name ?? null,
    changes: changesOf(config, new Set(off.map(({ id }) => `rules.${id}.enabled`))),
    off: off.map(({ id, aliases }) => aliases[0] ?? id),
    unseenColumns: unseenColumns(config, reads),
    unseenShops: config.shops.filter((_, i) => !sections.seen.has(i + 1)),
  };
}

/** Headers of configured columns that none of the files has. */
function unseenColumns(config: Config, reads: readonly OrdersRead[]): string[] {
  const names = new Set(reads.flatMap(({ file }) => file.match.names.map(normalizeHeader)));
  const headers = [...mapInForce({ config }).value.values()];
  return headers.filter((header) => !names.has(normalizeHeader(header)));
}

/** What holds and is no default, in the order of the description; the run's first, then each shop's. */
function changesOf(config: Config, told: ReadonlySet<string>): ConfigChange[] {
  const settings = settingsIn(description());
  return [null, ...config.shops].flatMap((shop) =>
    settings.flatMap((setting): ConfigChange[] => {
      const chosen = choiceOf(config, [setting.key], shop);
      if (chosen === null || chosen.shop !== shop) return [];
      if (shop === null && told.has(setting.key)) return [];
      const { value, source } = chosen;
      if (value === null || value === AUTO || isDefault(setting, value)) return [];
      return [
        { key: setting.key, shop, value, unit: setting.kind === 'number' ? setting.unit : null, source },
      ];
    }),
  );
}

function isDefault(setting: Setting, value: NonNullable<ReturnType<typeof choiceOf>>['value']): boolean {
  return setting.kind !== 'header' && JSON.stringify(setting.standard) === JSON.stringify(value);
}
