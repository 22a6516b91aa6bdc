// Texts of CSV files as well-known suites have them, written anew with data of our own, and the records that each holds.

/** A file's text, or its bytes where no text can hold them, and its records, header included. */
export interface CsvCase {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly records: readonly (readonly string[])[];
}

/** The twelve kinds of csv-spectrum. */
export const SPECTRUM: readonly CsvCase[] = [
  {
    name: 'comma_in_quotes',
    text: '收货人,称呼,地址,城市,单号\n陈,小满,桂花巷 8 号,"杭州, 西湖区",00417\n',
    records: [
      ['收货人', '称呼', '地址', '城市', '单号'],
      ['陈', '小满', '桂花巷 8 号', '杭州, 西湖区', '00417'],
    ],
  },
  {
    name: 'empty',
    text: 'x,y,z\n7,"",""\n8,9,10\n',
    records: [
      ['x', 'y', 'z'],
      ['7', '', ''],
      ['8', '9', '10'],
    ],
  },
  {
    name: 'empty_crlf',
    text: 'x,y,z\r\n7,"",""\r\n8,9,10\r\n',
    records: [
      ['x', 'y', 'z'],
      ['7', '', ''],
      ['8', '9', '10'],
    ],
  },
  {
    name: 'escaped_quotes',
    text: 'x,y\n7,"买家说 ""放门口"" 就行"\n9,茶\n',
    records: [
      ['x', 'y'],
      ['7', '买家说 "放门口" 就行'],
      ['9', '茶'],
    ],
  },
  {
    name: 'json',
    text: 'id,detail\n5,"{""kind"": ""gift"", ""sizes"": [""S"", ""M""], ""count"": 2}"\n',
    records: [
      ['id', 'detail'],
      ['5', '{"kind": "gift", "sizes": ["S", "M"], "count": 2}'],
    ],
  },
  {
    name: 'location_coordinates',
    text: '单号,经纬度,地点\n60124,"30°14\'42.6""N, 120°09\'28.1""E",西湖\n60125,"22°32\'N, 114°03\'E",福田\n',
    records: [
      ['单号', '经纬度', '地点'],
      ['60124', '30°14\'42.6"N, 120°09\'28.1"E', '西湖'],
      ['60125', "22°32'N, 114°03'E", '福田'],
    ],
  },
  {
    name: 'newlines',
    text: 'x,y,z\n7,8,9\n"楼下\n便利店",10,11\n12,"\n13\n",14\n',
    records: [
      ['x', 'y', 'z'],
      ['7', '8', '9'],
      ['楼下\n便利店', '10', '11'],
      ['12', '\n13\n', '14'],
    ],
  },
  {
    name: 'newlines_crlf',
    text: 'x,y,z\r\n7,8,9\r\n"楼下\r\n便利店",10,11\r\n12,13,14\r\n',
    records: [
      ['x', 'y', 'z'],
      ['7', '8', '9'],
      ['楼下\r\n便利店', '10', '11'],
      ['12', '13', '14'],
    ],
  },
  {
    name: 'quotes_and_newlines',
    text: 'x,y\n7,"备注\n""加急""\n两件"\n8,茶\n',
    records: [
      ['x', 'y'],
      ['7', '备注\n"加急"\n两件'],
      ['8', '茶'],
    ],
  },
  {
    name: 'simple',
    text: 'x,y,z\n7,8,9\n',
    records: [
      ['x', 'y', 'z'],
      ['7', '8', '9'],
    ],
  },
  {
    name: 'simple_crlf',
    text: 'x,y,z\r\n7,8,9\r\n',
    records: [
      ['x', 'y', 'z'],
      ['7', '8', '9'],
    ],
  },
  {
    name: 'utf8',
    text: 'x,y,z\n7,8,9\n10,11,µ€𠮷\n',
    records: [
      ['x', 'y', 'z'],
      ['7', '8', '9'],
      ['10', '11', 'µ€𠮷'],
    ],
  },
];

const AB = ['a', 'b'];
const CD = ['c', 'd'];

/** A case in which only a text and its records differ. */
const plain = (name: string, text: string, ...records: readonly (readonly string[])[]): CsvCase => ({
  name,
  text,
  records,
});

/** What RFC 4180 says, and what parsers are asked beyond it. */
export const RFC_4180: readonly CsvCase[] = [
  plain('records end in CRLF', 'a,b\r\nc,d\r\n', AB, CD),
  plain('the last record may have no end', 'a,b\r\nc,d', AB, CD),
  plain('LF', 'a,b\nc,d\n', AB, CD),
  plain('LF, no last one', 'a,b\nc,d', AB, CD),
  plain('CR', 'a,b\rc,d\r', AB, CD),
  plain('CR, no last one', 'a,b\rc,d', AB, CD),
  plain('all three ends in one file', 'a,b\r\nc,d\na,b\rc,d', AB, CD, AB, CD),
  plain('header only', 'a,b\r\n', AB),
  plain('header only, not ended', 'a,b', AB),
  plain('quotes around every cell', '"a","b"\r\n"c","d"\r\n', AB, CD),
  plain('quotes around some cells', '"a",b\r\nc,"d"\r\n', AB, CD),
  plain('a delimiter in quotes', '"a,a",b\r\nc,"d,"\r\n', ['a,a', 'b'], ['c', 'd,']),
  plain('only delimiters in quotes', 'a,b\r\n",",",,"\r\n', AB, [',', ',,']),
  plain('CRLF in quotes', '"a\r\na",b\r\nc,d\r\n', ['a\r\na', 'b'], CD),
  plain('LF in quotes', '"a\na",b\nc,d\n', ['a\na', 'b'], CD),
  plain('CR in quotes', '"a\ra",b\r\nc,d\r\n', ['a\ra', 'b'], CD),
  plain('another end in quotes than outside', '"a\na",b\r\nc,d\r\n', ['a\na', 'b'], CD),
  plain('line ends at both ends of a cell', 'a,b\n"\nc\n",d\n', AB, ['\nc\n', 'd']),
  plain('a quoted cell that is one line end', 'a,b\n"\n",d\n', AB, ['\n', 'd']),
  plain('the last cell holds a line end, the file none', 'a,b\nc,"d\n"', AB, ['c', 'd\n']),
  plain('a doubled quote', '"a""a",b\r\nc,d\r\n', ['a"a', 'b'], CD),
  plain('a doubled quote first and last', '"""a""",b\r\nc,d\r\n', ['"a"', 'b'], CD),
  plain('a cell of one quote', 'a,b\r\n"""",d\r\n', AB, ['"', 'd']),
  plain('a cell of two quotes', 'a,b\r\n"""""",d\r\n', AB, ['""', 'd']),
  plain('a quote before a delimiter, within quotes', 'a,b\r\n""",",d\r\n', AB, ['",', 'd']),
  plain('quote, delimiter and line end at once', 'a,b\n"x"",\ny",d\n', AB, ['x",\ny', 'd']),
  plain('empty cells first', 'a,b\r\n,d\r\n', AB, ['', 'd']),
  plain('empty cells last', 'a,b\r\nc,\r\n', AB, ['c', '']),
  plain('an empty last cell, not ended', 'a,b\r\nc,', AB, ['c', '']),
  plain('empty cells only', 'a,b\r\n,\r\n', AB, ['', '']),
  plain('empty cells in quotes', 'a,b\r\n"",""\r\n', AB, ['', '']),
  plain('an empty quoted cell at the end of the file', 'a,b\r\nc,""', AB, ['c', '']),
  plain('only delimiters', ',,\r\n,,\r\n', ['', '', ''], ['', '', '']),
  plain('one delimiter', ',', ['', '']),
  plain('blanks belong to cells', ' a , b \r\n c , d \r\n', [' a ', ' b '], [' c ', ' d ']),
  plain('blanks in quotes', '" a "," b "\r\n', [' a ', ' b ']),
  plain('cells of blanks', 'a,b\r\n  ,   \r\n', AB, ['  ', '   ']),
  plain('TABs in cells', 'a,b\r\nc\t,\td\r\n', AB, ['c\t', '\td']),
  plain('single column', 'a\r\nb\r\nc\r\n', ['a'], ['b'], ['c']),
  plain('single column in quotes', '"a"\r\n"b"\r\n', ['a'], ['b']),
  plain('single cell', 'a', ['a']),
  plain('an empty line within', 'a,b\r\n\r\nc,d\r\n', AB, [''], CD),
  plain('an empty line at the end', 'a,b\r\nc,d\r\n\r\n', AB, CD, ['']),
  plain('a short record', 'a,b\r\nc\r\na,b\r\n', AB, ['c'], AB),
  plain('a long record', 'a,b\r\nc,d,e\r\n', AB, ['c', 'd', 'e']),
  plain('a mark of UTF-8', '\ufeffa,b\r\nc,d\r\n', AB, CD),
  plain('a mark before a quote', '\ufeff"a","b"\r\n', AB),
  plain('a mark within', 'a,b\r\n\ufeffc,d\r\n', AB, ['\ufeffc', 'd']),
  plain('a quote within a cell', 'a,b\r\nc"c,d\r\n', AB, ['c"c', 'd']),
  plain('a quote at the end of a cell', 'a,b\r\nc",d\r\n', AB, ['c"', 'd']),
  plain('backslashes are characters', 'a,b\r\n"c\\",d\r\n\\,\\n\r\n', AB, ['c\\', 'd'], ['\\', '\\n']),
  plain('single quotes are characters', "a,b\r\n'c,d'\r\n", AB, ["'c", "d'"]),
  plain('a hash is no comment', 'a,b\r\n#c,d\r\n', AB, ['#c', 'd']),
  plain('numbers are texts', 'a,b\r\n007,1e5\r\n', AB, ['007', '1e5']),
  plain('semicolons', 'a;b\r\nc;"d;d"\r\n', AB, ['c', 'd;d']),
  plain('TABs between', 'a\tb\r\nc\t"d\td"\r\n', AB, ['c', 'd\td']),
  plain(
    'many cells',
    `${'x,'.repeat(499)}x\r\n`,
    Array.from({ length: 500 }, () => 'x'),
  ),
  plain('a long cell', `a,b\r\n"${'长'.repeat(40_000)}",d\r\n`, AB, ['长'.repeat(40_000), 'd']),
  plain('characters of two, three and four bytes', 'é,中\r\n𠮷,€\r\n', ['é', '中'], ['𠮷', '€']),
  {
    name: 'UTF-16, marked',
    text: Buffer.from('\ufeffa,b\r\n"c,c",d\r\n', 'utf16le'),
    records: [AB, ['c,c', 'd']],
  },
  { name: 'a NUL', text: 'a,b\r\nc\0,d\r\n', records: [AB, ['c\0', 'd']] },
];
