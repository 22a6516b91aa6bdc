// Header rows of the known exports, letter by letter as the platforms write them.

const PINDUODUO_2020 =
  '商品,订单号,订单状态,商品总价(元),店铺优惠折扣(元),平台优惠折扣(元),邮费(元),上门安装费(元),送货入户费(元),送货入户并安装费(元),用户实付金额(元),商家实收金额(元),商品数量(件),身份证姓名,身份证号码,收货人,手机,是否审核中,省,市,区,街道,支付时间,拼单成功时间,订单确认时间,承诺发货时间,发货时间,确认收货时间,商品id,商品规格,用户购买手机号,样式ID,商家编码-SKU维度,商家编码-商品维度,快递单号,快递公司,海淘清关订单号,支付ID,支付方式,是否抽奖或0元试用,是否顺丰加价,商家备注,售后状态,买家留言,关联货品编码,货品名称,货品类型,子货品,仓库名称,仓库所在地址,是否门店自提,门店名称,门店自定义编码,旅行类信息,消费者资料';
const PINDUODUO_2023 =
  '商品,订单号,订单状态,商品数量(件),是否审核中,支付时间,承诺发货时间,承诺送达时间,发货时间,确认收货时间,商品id,商品规格,样式ID,商品一级类目,商品二级类目,商品三级类目,商品四级类目,商家编码-规格维度,商家编码-商品维度,商家备注,买家留言,售后状态,消费者资料,订单成交时间,消费者资料上传时间,赠品名称,赠品id,赠品规格,赠品数量,团ID,团身份,是否已开始配送,配送员是否已送达,配送状态,同城是否普通快递,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),上门安装费(元),送货入户费(元),送货入户并安装费(元),用户实付金额(元),商家实收金额(元),快递单号,快递公司,省,市,区,街道/镇,配送员手机号,是否抽奖或0元试用,是否顺丰加价,用户购买手机号,旅行类信息,充值号码,是否门店自提,门店名称,门店自定义编码,关联货品编码,货品名称,货品类型,子货品,仓库名称,仓库所在地址,海淘清关订单号,支付ID,支付方式,保税仓,是否直播间成交,是否直播间引导成交,预约配送时间,是否节能补贴,是否分期,分期期数,手续费承担方,是否无痕发货,订单来源,是否社区团购,小区送达情况,分期方式';
const PINDUODUO_SHORT =
  '商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),商品数量(件),发货时间,确认收货时间,商品id,商品规格,样式ID,商家编码-规格维度,商家编码-商品维度,商家备注,售后状态,快递单号,快递公司,订单成交时间';
const PINDUODUO_FLAG_BEGINS =
  '商品,订单号,订单状态,商品数量(件),是否先用后付,支付时间,承诺发货时间,承诺送达时间,发货时间,确认收货时间';
const KUAISHOU_61 =
  '订单号,赠品订单号,活动订单编号,订单创建时间,订单支付时间,预售定金支付时间,订单状态,实付款,快递费,店铺优惠,平台补贴,主播补贴,混资活动优惠,支付优惠,支付方式,成交数量,买家留言,账号类型,账号明细,订单备注,旗帜颜色,售后状态,活动订单,预售/承诺发货时间,订单载体,商品名称,商品ID,商品规格,SKU编码,商品单价,渠道,CPS达人ID,CPS达人昵称,预估推广佣金,预估推广者分佣比例,团长ID,团长昵称,快赚客ID,快赚客昵称,授权推广者ID,授权推广者昵称,收货人姓名,收货人电话,收货地址-省,收货地址-市,收货地址-区,收货地址-街道,收货地址,发货时间,快递公司,快递单号,物流信息,集运类型,直邮类型,仓库名称,仓库地址,实名姓名,服务门店ID,服务门店名称,服务门店地址,国补/类国补/消费券';
const KUAISHOU_BILL =
  '商家ID,订单号,商品ID,商品名称,商品数量,订单创建时间,订单实付(元),政府补贴,支付营销补贴,平台补贴,商家补贴(元),达人补贴,达人补贴明细,合计收入(元),订单退款(元),支付营销回退（元）,技术服务费(元),预售增收技术服务费（元）,达人ID,MCN机构ID,达人佣金(元),团长id,团长佣金(元),佣金模式,快赚客ID,快赚客佣金(元),服务商ID,服务商佣金(元),分账基数,其他收费,其他收费明细,合计支出(元),实际结算金额(元),实际结算时间,结算规则,资金渠道,账户名称,结算商户号,备注,消费金信息';

const cells = (line: string): readonly string[] => line.split(',');

function pinduoduoFlag(): readonly string[] {
  const begins = cells(PINDUODUO_FLAG_BEGINS);
  return [...begins, ...cells(PINDUODUO_2023).filter((header) => !begins.includes(header))];
}

function kuaishou64(): readonly string[] {
  const headers = [...cells(KUAISHOU_61), '订单销售主体'];
  headers.splice(headers.indexOf('订单载体') + 1, 0, '国补类型');
  headers.splice(headers.indexOf('仓库地址') + 1, 0, '发货类型');
  return headers;
}

/** Order exports: header cells by a name of their own. */
export const ORDER_HEADERS = {
  pinduoduo2020: cells(PINDUODUO_2020),
  pinduoduo2023: cells(PINDUODUO_2023),
  pinduoduoShort: cells(PINDUODUO_SHORT),
  pinduoduoInstalments: [...cells(PINDUODUO_SHORT), '是否分期', '分期期数', '手续费承担方', '分期方式'],
  pinduoduoFlag: pinduoduoFlag(),
  kuaishou61: cells(KUAISHOU_61),
  kuaishou64: kuaishou64(),
} as const;

/** Bills and after-sales exports. */
export const OTHER_HEADERS = {
  pinduoduoBill: cells('商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述'),
  kuaishouBill: cells(KUAISHOU_BILL),
  pinduoduoAfterSales: cells(
    '售后编号,订单编号,交易金额,售后状态,退款类型,退款金额,订单状态,发货运单号,商品ID,收货人,超时时间,申请时间,售后原因,退货运单号,退货物流状态,同意退款时间,备注',
  ),
  kuaishouAfterSales: cells('售后单号,订单编号,售后状态,售后类型,售后申请时间,退款金额'),
} as const;
