// The topics of `help` in Chinese.

import type { HelpTopic } from './help-topics.js';

export const TOPICS_ZH: Readonly<Record<HelpTopic, string>> = {
  config: `配置

写一份：bnpl-audit init（所有的键、默认值、范围都在里面，去掉一行前面的 # 就生效）

放在哪里：--config 文件；再是环境变量 BNPL_AUDIT_CONFIG；再是当前文件夹；再是第一个输入旁边
  名字是 bnpl-audit.yaml、bnpl-audit.yml 或 bnpl-audit.json，一处只能有一份；--no-config 都不用

谁优先：命令行 > 环境变量 > 文件 > 默认值
  命令行      --set 键=值，如 --set large.min=2000、--set LU1.min=2000、--set OD1=off
  环境变量    BNPL_AUDIT_SET="large.min=2000;OD1=off"，BNPL_AUDIT_LANG，BNPL_AUDIT_FAIL_ON
  文件里      这家店的 > 全部的；检查项自己的 > 共用的

怎么写
  version: 1
  large:
    min: 2000 元                 几个检查项共用的大额起点
  rules:
    single-large: {min: 3000}    名字或代码都行；值按元、天、比例写
    OD1: off                     不查
    OD3: high                    等级固定为高（没有证明的仍然最多为中）
  platforms:
    pinduoduo: {auto-receipt: 10 天, grace: 1 天, lag: auto}
  buckets: [3, 30, 60, 90]       逾期区间的最后一天
  columns:
    pay_later: 是否白条          和 --map 一样
  lists:                         店铺自己的名单，单都留在合计里
    phones: ["138-0013-1234", {file: phones.txt}]   文件放在配置旁边，一行一个
    staff: {file: staff.csv}     CSV 第一行写列名：姓名、手机、地址、账号、备注
    tags: [补单, 拍单]           另有 addresses、pickup-points、wholesale、pickup-words、note-words
  audit: {fail-on: high, max-rejects: 3}
  shops:
    "123456":                    店铺 ID 或店名，和文件里的一样
      large: {min: 5000}

值的单位：金额 1000、1,000 元、50 分；时间 30、30 天、24 小时；比例 0.2、20%
  单位不对、超出范围、不认识的键都会拒绝，报错里有行、列和相近的键
  花括号里不要写 1,000：逗号会把值分开，写 1000 或加引号

现在用的是什么：bnpl-audit rules、bnpl-audit explain LU1；JSON 报告的 settings 里有每个值和来源
编辑器里提示和检查：bnpl-audit init --schema，或 bnpl-audit schema config
`,
  'exit-codes': `退出码

  0    核查完成；没有达到 --fail-on 等级的事项（默认 never，不看事项）
  1    核查完成；有 --fail-on 等级或更高的事项
  2    运行不了：选项、配置、读不了或不认识的文件、写不了结果；不会留下写了一半的文件
  3    核查完成，但输入有损坏：有行没读进来（超过 --max-rejects）、货款明细有坏行、
       文件被截断等；结果不完整，哪里不完整写在数据问题里。3 优先于 1
  70   程序自己的错：方括号里的内容可以拿去报告，里面没有订单内容
  130  被 Ctrl-C 停止；143 被系统停止。没有留下写了一半的文件

脚本里常用：bnpl-audit 订单.csv --quiet --fail-on high
--quiet 不显示结果，只报错；文件和退出码照旧。
`,
  formats: `读得了哪些文件

平台和种类
  拼多多   订单导出（老版 55 列、82 列，2026 短版 23 或 27 列，带「是否先用后付」的长版）、
           货款明细、售后信息
  快手     订单导出（61 或 64 列）、结算单、动账明细（安心钱包账务明细）、售后单
  其他     任何带订单号、状态、金额列的表：列名不认识的，用 --map 字段=列名 对应
  列按名字认，不看位置；多出来的列、改过顺序的列没有关系。

看不看得出先用后付
  拼多多带「是否先用后付」列的长版看得出；2026 短版里没有这一列，也没有支付方式
  快手看「支付方式」里有没有先用后付
  看不出的，用 --pay-later-orders 给订单号名单；导出时已经只筛了先用后付的，用 --all-pay-later

到没到账
  订单里的实付金额不是到账的凭据，凭据是拼多多的货款明细、快手的结算单，用 --bills 给
  快手的动账明细也用 --bills 给：它的货款入账是扣费后的净额，只证明到账，金额以结算单为准；
  结算后的退款在动账明细里。快手的售后账单（超售后期账单）没有公开的列名，还读不了
  货款明细的时间要盖住订单从成交到截止日期的前一天；几个收款账户的，每个都要

退款和售后
  售后单用 --after-sales 给，可以给几份，时间重叠没有关系：同一个售后编号只算最新的一行
  退多少看「退款金额」，「交易金额」不是退款；换货、补寄、维修不算退款
  状态没写、没见过的，按还在处理算，不计逾期天数；收货人一列不读
  拼多多的导出只有最近三个月的售后，更早的只能在后台页面上看

编码和格式
  CSV：UTF-8（有没有 BOM 都行）、GB18030（GBK）、UTF-16；逗号、制表符、分号分隔
  从后台下载后直接用，不要先在 Excel 里打开再存：长订单号的后几位会变成 0，改不回来
  XLSX、XLS、ZIP 先另存为 CSV；快手的 XLSX 有密码，是文件名（不含扩展名）的最后 6 位

不知道一个文件是什么：bnpl-audit inspect 文件名
`,
  privacy: `个人信息

  屏幕、JSON 报告、没读进来的行、错误消息里：姓名、电话、地址都遮住
  例如 张*、138****1234，地址只到区县
  标注表是原文件加上核查的列，原文件里的姓名、电话、地址原样都在
  标注表用完就删，不要发到群里、不要上传到别的网站；文件权限跟原文件一样，其他结果只有自己能读
  --reveal 让没读进来的行显示完整内容，用完同样要删
  inspect --records 显示每一行的完整内容

  本工具不连网络：不上传，不检查更新，不发统计
  先写临时文件，写完才换到位；被停止时临时文件会删掉，断电留下的，下次运行时删掉
  报告里不放姓名、电话、地址的哈希：电话号码的哈希几秒就能还原
`,
  schedule: `定时运行

注意：定时任务没有窗口，当前文件夹也不一样，路径都写全。结果看退出码和日志：
  0  没有高等级的事项        1  有，看标注表里的「核查_建议处理」
  2  没有运行成，看日志      3  有行没读进来，结果不完整，看日志
  其他  程序出错或被停止
货款明细要重新下载才是新的；文件夹里放几份导出都可以，一份结果一份标注表。

Windows 任务计划程序：存成 D:\\对账\\bnpl.cmd（用记事本存为 ANSI），任务里填这个文件的全路径
------------------------------------------------------------
@echo off
set "IN=D:\\对账\\订单"
set "BILL=D:\\对账\\货款明细.csv"
set "OUT=D:\\对账\\结果"
set "LOG=D:\\对账\\bnpl-audit.log"
echo %DATE% %TIME% >> "%LOG%"
call "C:\\Program Files\\nodejs\\bnpl-audit.cmd" "%IN%" --bills "%BILL%" -o "%OUT%/" --json "%OUT%/report.json" --fail-on high --lang zh >> "%LOG%" 2>&1
set "CODE=%ERRORLEVEL%"
echo code %CODE% >> "%LOG%"
exit /b %CODE%
------------------------------------------------------------
bnpl-audit.cmd 在哪里：在命令窗口里运行 where bnpl-audit

Linux、macOS 的 cron：存成 /home/shop/bnpl.sh，chmod 700，crontab -e 里加一行
  30 8 * * * /home/shop/bnpl.sh
------------------------------------------------------------
#!/bin/sh
PATH=/usr/local/bin:/usr/bin:/bin
IN=/home/shop/orders
BILL=/home/shop/bill.csv
OUT=/home/shop/results
LOG=/home/shop/bnpl-audit.log
umask 077
date >> "$LOG"
bnpl-audit "$IN" --bills "$BILL" -o "$OUT/" --json "$OUT/report.json" --fail-on high --lang zh >> "$LOG" 2>&1
code=$?
echo "code $code" >> "$LOG"
exit $code
------------------------------------------------------------
`,
};
