// What buckets, stages, collection states, severities and strengths mean, two or three sentences each.

import type { Bucket, Stage } from '../../core/aging.js';
import type { NextStep, Severity, Strength } from '../../core/finding.js';
import type { Collection } from '../../portfolio/collection.js';
import type { Both } from './language.js';

export const BUCKET_EXPLANATIONS: Readonly<Record<Bucket, Both>> = {
  'not-due': {
    zh: '还没到预计扣款日，或货在路上、还没确认收货。没收货的单不会逾期，不管发货多久；拖太久的另叫「超期未确认收货」。',
    en: 'The expected debit is still ahead, or the parcel is on its way. An order that is not received is never past due, however long ago it was shipped; one that takes too long has the stage receipt-late.',
  },
  '1-3': {
    zh: '过了预计扣款日 1 到 3 天，两头都算：观察期。扣款会重试，账单也常晚一两天，所以只显示，不当逾期处理。',
    en: 'One to three days past the expected debit, both included: the observation period. Debits are tried again and bills lag by a day or two, so this is shown and never a finding of lateness.',
  },
  '4-30': {
    zh: '过了预计扣款日 4 到 30 天，两头都算。这段时间找平台客服最有用；能不能说「没到账」，看有没有账单证明，否则是待核实。',
    en: 'Four to thirty days past the expected debit, both included. A ticket with the platform is worth most now. Whether nothing came in needs the proof of a bill; without it the order is unproven.',
  },
  '31-60': {
    zh: '过了预计扣款日 31 到 60 天，两头都算，已经过了 30 天线。自己到账的越来越少，带上证据找平台。',
    en: '31 to 60 days past the expected debit, both included, beyond the 30-day line. Few come in by themselves from here on; go to the platform with the evidence.',
  },
  '61-90': {
    zh: '过了预计扣款日 61 到 90 天，两头都算。处理和 31-60 天一样，只是离 90 天线近了。',
    en: '61 to 90 days past the expected debit, both included. What to do is the same as from 31 to 60 days; the 90-day line is near.',
  },
  '91+': {
    zh: '过了预计扣款日 91 天起。很少会再自己到账，会计要看是否计提坏账准备。',
    en: '91 days past the expected debit and more. Little of it comes in by itself; accounting decides on a provision.',
  },
  'no-due-date': {
    zh: '算不出预计扣款日：还没发货，或已收货但收货、发货时间都没有。天数没有起点，不是 0 天。',
    en: 'No expected debit can be told: the order is not shipped, or received without any time of receipt or shipping. The days have no beginning, which is not the same as 0 days.',
  },
  frozen: {
    zh: '有售后正在处理，停止计天数，金额照算。如果没有售后会是多少天，报告里另有一张表。',
    en: 'An after-sale is open: the clock is stopped, the money counts. The report has a table of its own for how old these would be without the after-sale.',
  },
  invalid: {
    zh: '时间互相矛盾、晚于导出、读不出，或状态看不懂，天数不可信。金额照算，放在单独一栏，不猜。',
    en: 'A time contradicts another, lies behind the export or cannot be read, or the state is not known: no days can be trusted. The money counts and stands in a bucket of its own; nothing is guessed.',
  },
};

export const STAGE_EXPLANATIONS: Readonly<Record<Stage, Both>> = {
  unshipped: {
    zh: '还没发货，货还在手里。大额的先核实再发，最省事。',
    en: 'Not shipped, the goods are still here. A large order is best checked now, before it leaves.',
  },
  'in-transit': {
    zh: '已发货，等收货。先用后付本来就是收货后才扣款，这时没到账是正常的。',
    en: 'Shipped, waiting for the receipt. Pay-later is debited after the receipt, so that nothing has come in is normal now.',
  },
  'receipt-late': {
    zh: '已发货，过了自动确认收货该到的日子还没确认。件可能丢了、退了或卡在路上；它不算逾期，先看物流、找平台。',
    en: 'Shipped, and past the day on which the receipt should have been confirmed by itself. The parcel may be lost, returned or stuck; it is not past due: look at the tracking, then ask the platform.',
  },
  received: {
    zh: '已确认收货，还没过预计扣款日；或者过了，但到没到账没有证明（待核实）。',
    en: 'Received and not past the expected debit; or past it while nothing proves whether the money came in (unproven).',
  },
  overdue: {
    zh: '过了预计扣款日 1 天以上还没到账。给人看的地方只有账单证明了没到账才叫逾期，没有证明的留在「已收货」；JSON 报告里两种都算。',
    en: 'One day or more past the expected debit and not collected. What people read calls it overdue only where a bill proves it, and leaves the unproven in received; the JSON report counts both.',
  },
  frozen: {
    zh: '有售后正在处理，停止计天数。盯住售后时限，处理完再看。',
    en: 'An after-sale is open and the clock is stopped. Mind the time limit of the after-sale and look again when it is over.',
  },
  closed: {
    zh: '没有未收货款了：已到账、已退款、取消或关闭，或本来就没有应收。',
    en: 'Nothing is outstanding: collected, refunded, cancelled or closed, or never receivable.',
  },
};

export const COLLECTION_EXPLANATIONS: Readonly<Record<Collection, Both>> = {
  settled: {
    zh: '该收的都到了账，一般以账单的收入行为准。意思是店铺拿到了钱，不等于买家付了款：平台有没有垫付，导出里看不出。',
    en: 'All that was to be collected has come in, as a rule by income rows of a bill. The shop has the money, which does not mean that the buyer has paid: whether the platform advanced it cannot be seen.',
  },
  'part-settled': {
    zh: '到了一部分，还差一部分。差的如果是平台承担的，找平台要，不是买家没付；差的那部分算不算没到账，也要账单证明。',
    en: 'A part has come in and a part is missing. A missing platform part is a claim on the platform, not on the buyer; that the rest has not come in needs proof as well.',
  },
  uncollected: {
    zh: '证明了没到账：账单从发货盖到预计扣款日之后，中间不断，普通订单对得上，也有先用后付到过账，就是没有这一单的收入。导出自己的付款状态列写着没付，也算。',
    en: 'Proven not to have come in: bills run without a gap from the shipping past the expected debit, ordinary orders stand in them, some pay-later order settled, and this one has no income. A payment-state column of the export that says unpaid counts too.',
  },
  unproven: {
    zh: '看不到这一单的收入，但也证明不了没到账：没有账单，或账单没盖住、对不上。很可能已经到账，不能叫欠款或逾期。',
    en: 'No income of the order is seen, and nothing proves that there was none: no bill, or one that does not cover the days or does not fit. It may well have come in, so it is called neither owed nor overdue.',
  },
  'clawed-back': {
    zh: '钱到过账，后来被平台扣回，现在又是未收。找平台问扣回的原因。',
    en: 'The money came in and was taken back, so it is outstanding again. Ask the platform why.',
  },
  refunded: {
    zh: '货款全部退了，没有可收的。货有没有回来是另一回事，见「货发了，应收没了」。',
    en: 'All of it was refunded and nothing is left to collect. Whether the goods came back is another question: see goods-out.',
  },
  closed: {
    zh: '没付款、已取消或交易关闭，没有应收。',
    en: 'Not paid, cancelled or closed: nothing is receivable.',
  },
  'not-applicable': {
    zh: '赠品、抽奖、试用或真正的 0 元单，本来就没有应收，谈不上到没到账。',
    en: 'A gift, lottery, trial or true 0-yuan order: there never was a receivable, so nothing can have come in or not.',
  },
};

export const SEVERITY_EXPLANATIONS: Readonly<Record<Severity, Both>> = {
  critical: {
    zh: '最要紧，今天就看。金额大而且证明了没到账，或者账本身不可信（如订单号被改坏）。',
    en: 'Look at it today: a lot of money proven not to have come in, or files that cannot be trusted, such as damaged order numbers.',
  },
  high: {
    zh: '要紧。多半是证明了没到账、金额不小，或好几单连在一起。',
    en: 'Pressing: as a rule proven not to have come in and not small, or several orders that hang together.',
  },
  medium: {
    zh: '该看。待核实的事项最高只到这一级，因为没有证明钱没到。',
    en: 'Worth a look. What rests on unproven money goes no higher, for nothing shows that the money is missing.',
  },
  low: {
    zh: '知道就行，有空再看。待核实的逾期每个区间合成一件，也放在这一级。',
    en: 'Good to know; look when there is time. Unproven lateness stands here, one finding a bucket.',
  },
  info: {
    zh: '只是提示，一般不用处理。依据只有「仅供参考」的，或没有未收货款的，最高只到这一级。',
    en: 'Information only. What has weak evidence alone, or nothing outstanding, goes no higher.',
  },
};

export const STRENGTH_EXPLANATIONS: Readonly<Record<Strength, Both>> = {
  strong: {
    zh: '数据里直接写着，比如金额、日期、完整电话。它只说数据有多确定，不说谁有过错。',
    en: 'The data say it outright: amounts, dates, full phones. It tells how sure the data are, never that anyone is at fault.',
  },
  moderate: {
    zh: '要靠比较或推算，有别的解释，先按说明排除。',
    en: 'It rests on a comparison or an estimate and has other explanations: rule them out first.',
  },
  weak: {
    zh: '单独看说明不了什么，最高只作提示，也不会抬高别的事项的等级。',
    en: 'It says little by itself: it is information at most, and never lifts the severity of anything else.',
  },
};

/** When a next step is proposed; what to do stands in its own text. */
export const STEP_EXPLANATIONS: Readonly<Record<NextStep, Both>> = {
  hold: {
    zh: '给还没发货的单：货还在手里，这时核实不花钱。',
    en: 'For orders that are not shipped: the goods are still here and checking costs nothing.',
  },
  intercept: {
    zh: '给在路上的单：货还没到，能不能拦由平台说了算。',
    en: 'For parcels on their way: whether one can be stopped is for the platform to say.',
  },
  platform: {
    zh: '给证明了没到账、或很久没确认收货的单：越早找越有用，30 天线之前最好。',
    en: 'For orders proven not collected, or whose receipt is long overdue: the earlier the better, best before the 30-day line.',
  },
  remind: {
    zh: '只给证明了没到账、过了 4 天起、没有售后的单，一次，用这段话，不改。',
    en: 'Only for orders proven not collected, from day 4, without an after-sale; once, in these words and no others.',
  },
  review: {
    zh: '数据说不准，要人看：对照后台和物流，先排除说明里列的正常原因。',
    en: 'The data cannot decide: compare with the back office and the tracking, and rule out the innocent explanations first.',
  },
  provision: {
    zh: '给过了 90 天线的单：要不要计提、计提多少，由会计按准则定。',
    en: 'For orders beyond the 90-day line: whether and how much to provide for is for accounting to decide.',
  },
  wait: {
    zh: '现在不用做什么：还没过预计扣款日，或在 1 到 3 天的观察期。',
    en: 'Nothing to do now: the expected debit is ahead, or it is within the observation period of one to three days.',
  },
  none: {
    zh: '没有要做的：没有未收货款，或一切正常还没到扣款日。',
    en: 'There is nothing to do: nothing is outstanding, or all is normal and not due yet.',
  },
};
