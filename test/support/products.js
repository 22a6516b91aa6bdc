// The goods of the generated shops: names with commas and quotes among them, and prices from small to large.

/**
 * @typedef {object} Spec
 * @property {string} name
 * @property {number} priceFen
 */
/**
 * @typedef {object} Product
 * @property {string} id
 * @property {string} name
 * @property {string} category
 * @property {number} serviceFeeFen what the shop asks for installation at home, per piece
 * @property {readonly Spec[]} specs
 */

/** @type {(id: string, name: string, category: string, specs: Record<string, number>, fee?: number) => Product} */
const product = (id, name, category, specs, serviceFeeFen = 0) => ({
  id,
  name,
  category,
  serviceFeeFen,
  specs: Object.entries(specs).map(([spec, priceFen]) => ({ name: spec, priceFen })),
});

/** @type {readonly Product[]} */
export const PRODUCTS = [
  product('610000000101', '纯棉毛巾家用吸水洗脸巾', '家纺', { '2条装,蓝色': 1290, '4条装,米色': 2390 }),
  product('610000000102', '原切牛排套餐, 10片装 送黄油', '生鲜', { '10片': 9900, '20片': 18_800 }),
  product('610000000103', '手机壳"磨砂"防摔保护套', '数码配件', { 透明: 990, '黑色,加厚': 1490 }),
  product('610000000104', '挂耳咖啡 中度烘焙', '冲饮', { '20包': 3990, '50包': 6990 }),
  product('610000000105', '儿童保温杯316不锈钢', '水具', { '500ml,粉色': 6990, '500ml,蓝色': 6990 }),
  product('610000000106', '运动鞋男 轻便透气, 夏季款', '鞋靴', { '42码': 15_900, '43码': 15_900 }),
  product('610000000107', '护眼台灯 学生书桌', '灯具', { 标准版: 12_900, 充电版: 16_900 }),
  product('610000000108', '蓝牙耳机 降噪', '数码', { 白色: 29_900, 黑色: 29_900 }),
  product('610000000109', '羽绒被 95白鹅绒', '家纺', { '200x230cm': 69_900, '220x240cm': 79_900 }),
  product('610000000110', '27"显示器 2K 高刷', '电脑', { 标配: 109_900, 带支架: 129_900 }),
  product('610000000111', '滚筒洗衣机 10公斤', '大家电', { 白色: 189_900, 银色: 199_900 }, 8000),
  product('610000000112', '智能手机 全网通', '手机', { '8+256G 黑': 299_900, '12+512G 白': 399_900 }),
  product('610000000113', '足金转运珠 3D硬金', '珠宝', { 约2克: 159_900, 约4克: 319_900 }),
  product('610000000114', '抽纸整箱 4层加厚', '日用', { '30包': 3690, '60包': 6890 }),
];

/** How often each product is bought, in the order of `PRODUCTS`: cheap goods are the rule. */
export const PRODUCT_WEIGHTS = [12, 8, 12, 10, 10, 8, 7, 6, 4, 3, 2, 3, 2, 13];
