// Writes src/linkage/region-names.ts: the names of China's regions, reduced from the list of @vant/area-data.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { areaList } from '@vant/area-data';
import { licenceComment } from './licence.js';

const ROOT = join(import.meta.dirname, '..', '..');
export const REGIONS_PATH = join(ROOT, 'src', 'linkage', 'region-names.ts');

/** Entries that stand where a list needs a name and name no place. */
const NO_PLACE = new Set(['其它区', '其他区', '市辖区', '县']);
/** Counties and cities that a province leads itself stand below one of these. */
const DIRECT = /^(?:省|自治区)直辖县/;

/**
 * `省=市:区,区;市:区` for each province. A county without a city stands in a city of no name; a municipality is a city
 * of its own name, its counties among its districts.
 * @returns {string[]}
 */
function provinces() {
  const { province_list, city_list, county_list } = areaList;
  const below = (/** @type {Record<string, string>} */ list, /** @type {string} */ code) =>
    Object.keys(list)
      .filter((key) => key.startsWith(code))
      .sort();
  return Object.keys(province_list)
    .sort()
    .map((code) => {
      const province = province_list[code] ?? '';
      /** @type {Map<string, string[]>} */
      const cities = new Map();
      for (const key of below(city_list, code.slice(0, 2))) {
        const name = city_list[key] ?? '';
        const city = DIRECT.test(name) ? '' : NO_PLACE.has(name) ? province : name;
        const districts = below(county_list, key.slice(0, 4)).map((county) => county_list[county] ?? '');
        const known = cities.get(city) ?? [];
        cities.set(city, [...known, ...districts.filter((name) => !NO_PLACE.has(name))]);
      }
      const parts = [...cities].map(([city, districts]) => `${city}:${[...new Set(districts)].join(',')}`);
      return `${province}=${parts.join(';')}`;
    });
}

/** The whole text of the source file. */
export function regionsSource() {
  return `// The regions of China, province by province: \`省=市:区,区;市:区\`, made by \`npm run regions\`, not by hand.
//
// Reduced from the list of @vant/area-data 2.1.0, whose licence is:
//
${licenceComment(join(ROOT, 'node_modules', '@vant', 'area-data', 'LICENSE'))}

/** Packed, for they are read only where an address is. A county led by its province stands in a city without a name. */
export const REGION_NAMES: readonly string[] = [
${provinces()
  .map((line) => `  '${line}',`)
  .join('\n')}
];
`;
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(REGIONS_PATH, regionsSource());
