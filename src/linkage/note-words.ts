// The words around which notes are read for tokens: what announces a contact or a code, and what is never one.

/**
 * What is written in front of a contact. `strong` words announce one wherever they stand; a `weak` one is also an
 * ordinary letter or word (V-12 is a shop's tag, 加我 a wish), and announces one only with a colon or a 加 beside it.
 */
export const CONTACT_WORDS = {
  strong: [
    ...['[微薇威维徽]\\s*信', '[vw]\\s*信', '[vw]\\s*x', 'weixin', 'wechat', '加\\s*v', '加\\s*q(?!q)'],
    ...['扣\\s*扣', '企鹅', 'q\\s*q'],
  ],
  weak: ['v', 'q', '加我', '联系我', '联系方式'],
} as const;

/** A phone beside one of these is left for whoever brings the parcel, or puts together what is in it. */
export const DELIVERY_WORDS = [
  ...['送货', '派送', '配送', '派件', '派单', '送件', '送达', '送到', '到货', '到了', '到达', '快递', '物流'],
  ...['收货', '收件', '取件', '取货', '自提', '签收', '上楼', '门口', '门卫', '驿站', '安装', '师傅', '司机'],
  ...[
    '打(?:这个|此|我|该)?(?:电话|手机|号)',
    '(?:致|来)电',
    '电联',
    '联系电话',
    '电话联系',
    '(?:先|提前)联系',
  ],
] as const;

/** Figures and letters behind one of these are numbers of the shop, of a carrier or of an invoice. */
export const NUMBER_WORDS = [
  ...['单号', '运单', '快递', '物流', '补发', '订单', '编号', '款号', '货号', '型号', '尺码', '编码', '条码'],
  ...['批号', '批次', 'sku', '税号', '发票', '抬头', '房号', '门牌', '邮编', '货架', '库位', '日期', '时间'],
] as const;

/** A run of figures and letters in front of one of these is a size, a count, a time or a place. */
export const UNITS =
  '款码色号寸斤克米件个双套条张支瓶盒袋箱包只台部元块点分天月日年时楼层室栋幢座单户区路弄村组度代';

/** Brands and lines whose models mix letters and figures; a run that begins with one is a product. */
export const MODEL_WORDS = [
  ...['iphone', 'ipad', 'ipod', 'airpods', 'macbook', 'imac', 'huawei', 'honor', 'xiaomi', 'redmi', 'oppo'],
  ...[
    'vivo',
    'iqoo',
    'oneplus',
    'realme',
    'samsung',
    'galaxy',
    'nova',
    'mate',
    'pura',
    'note',
    'reno',
    'meizu',
  ],
  ...[
    'rtx',
    'gtx',
    'ryzen',
    'intel',
    'ddr',
    'ssd',
    'usb',
    'type',
    'wifi',
    'hdmi',
    'ps5',
    'ps4',
    'xbox',
    'switch',
  ],
  ...[
    'nike',
    'adidas',
    'yeezy',
    'casio',
    'lego',
    'sony',
    'canon',
    'nikon',
    'gopro',
    'dji',
    'mini',
    'size',
    'color',
  ],
] as const;

/** Words of letters that stand where an id might: thanks, wishes, ways to pay, sizes. */
export const LATIN_COURTESIES: ReadonlySet<string> = new Set([
  ...['thanks', 'thank', 'thankyou', 'please', 'hello', 'okokok', 'urgent', 'xiexie', 'haoping', 'fanxian'],
  ...[
    'hongbao',
    'alipay',
    'zhifubao',
    'weixin',
    'wechat',
    'weixinhao',
    'paypal',
    'number',
    'phone',
    'mobile',
  ],
  ...['contact', 'address', 'nothing', 'kuaidi', 'shunfeng', 'douyin', 'kuaishou', 'pinduoduo', 'taobao'],
]);

/** Sites that half the country uses: named alone, without a page, they say nothing. */
export const COMMON_SITES =
  /^(?:[a-z0-9-]+\.)*(?:qq|weixin|taobao|tmall|jd|pinduoduo|yangkeduo|kuaishou|douyin|alipay|baidu|163|126|sina|gmail|outlook|hotmail|foxmail|sf-express)\.(?:com|cn|com\.cn)$/;

/**
 * What stands in place of a go-between's name and names nobody: relations, roles, shops and media. A name that begins or
 * ends with one of these is none either (同事小张, 小区物业).
 */
export const NOBODYS_NAME = [
  ...[
    '朋友',
    '同事',
    '同学',
    '闺蜜',
    '邻居',
    '家人',
    '亲戚',
    '妈妈',
    '爸爸',
    '老公',
    '老婆',
    '姐姐',
    '妹妹',
    '哥哥',
  ],
  ...[
    '弟弟',
    '孩子',
    '女儿',
    '儿子',
    '奶奶',
    '爷爷',
    '阿姨',
    '叔叔',
    '老师',
    '医生',
    '老板',
    '店主',
    '店家',
    '客服',
  ],
  ...[
    '主播',
    '博主',
    '网友',
    '群友',
    '群里',
    '直播',
    '视频',
    '抖音',
    '快手',
    '小红书',
    '微博',
    '微信',
    '系统',
    '平台',
  ],
  ...[
    '网上',
    '商家',
    '卖家',
    '掌柜',
    '老顾客',
    '老客户',
    '顾客',
    '客户',
    '回头客',
    '物业',
    '门卫',
    '保安',
    '前台',
  ],
  ...[
    '门房',
    '传达',
    '收发',
    '超市',
    '驿站',
    '快递',
    '菜鸟',
    '管家',
    '房东',
    '宿管',
    '值班',
    '仓库',
    '团长',
    '别人',
  ],
  ...['本人', '自己', '我们', '他们', '你们', '大家', '熟人', '有人', '一个', '详细', '产品', '商品', '自我'],
] as const;

/** How half a city is called: 老王, 小李, 阿强, 王哥, 李姐, 陈总, 张师傅. Two of the same need not be one. */
export const NICKNAME =
  /^(?:[老小阿大]\p{Script=Han}|\p{Script=Han}(?:哥|姐|总|工|叔|姨|嫂|师傅|先生|女士|经理|老板))$/u;

/** Words that a stream or a shop asks its buyers to write behind 暗号, and what only stands behind it in a sentence. */
export const COMMON_CODE_WORDS: ReadonlySet<string> = new Set([
  ...[
    '主播',
    '直播',
    '直播间',
    '福利',
    '礼物',
    '送礼',
    '赠品',
    '好评',
    '优惠',
    '红包',
    '新人',
    '老粉',
    '粉丝',
  ],
  ...['已发', '已备注', '没有', '不知道', '是什么', '什么', '谢谢', '多少'],
]);

/** The surnames of nine people in ten; a name behind 介绍 or 推荐 begins with one. */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔' +
  '谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤';

/** Names of four characters begin with one of these. */
export const DOUBLE_SURNAMES = [...'欧阳司马诸葛上官皇甫令狐司徒慕容东方夏侯'.matchAll(/../gu)].map(
  ([name]) => name,
);
