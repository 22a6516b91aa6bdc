// The list of regions: the file is what the script makes of its source, and the names mean what they should.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { regions } from '../../src/linkage/regions.js';
import { REGIONS_PATH, regionsSource } from '../scripts/make-regions.js';

/** How the text is laid out is the formatter's matter. */
const bare = (text: string) => text.replace(/\s+/g, '');

it('is what `npm run regions` makes, licence included', () => {
  expect(bare(readFileSync(REGIONS_PATH, 'utf8'))).toBe(bare(regionsSource()));
  expect(regionsSource()).toContain('MIT License');
});

it.each([
  ['西湖区', ['浙江|杭州|西湖区', '江西|南昌|西湖区']],
  ['余杭区', ['浙江|杭州|余杭区']],
  ['昆山市', ['江苏|苏州|昆山市']],
  ['闸北区', ['上海|上海|静安区']],
  ['江干区', ['浙江|杭州|江干区']],
])('%s', (name, keys) => {
  const found = regions().full.get(name) ?? [];
  const key = ({ province, city, district }: (typeof found)[number]) => `${province}|${city}|${district}`;
  expect(found.map(key).sort()).toEqual([...keys].sort());
});
