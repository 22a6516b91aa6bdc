// China's public holidays, year by year: `年: 月-日+天数`, made by `npm run holidays`, not by hand.
//
// Taken from the list of chinese-days 1.5.7, whose licence is:
//
// MIT License
//
// Copyright (c) 2024 Yawei sun
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

/** Packed, for they are read only where a rule asks; a year is in the list once its holidays are published. */
export const PUBLIC_HOLIDAYS: readonly string[] = [
  '2004: 01-01+1 01-22+7 05-01+7 10-01+7',
  '2005: 01-01+3 02-09+7 05-01+7 10-01+7',
  '2006: 01-01+3 01-29+7 05-01+7 10-01+7',
  '2007: 01-01+3 02-18+7 05-01+7 10-01+7 12-30+2',
  '2008: 01-01+1 02-06+7 04-04+3 05-01+3 06-07+3 09-13+3 09-29+7',
  '2009: 01-01+3 01-25+7 04-04+3 05-01+3 05-28+3 10-01+8',
  '2010: 01-01+3 02-13+7 04-03+3 05-01+3 06-14+3 09-22+3 10-01+7',
  '2011: 01-01+3 02-02+7 04-03+3 04-30+3 06-04+1 06-06+1 09-10+3 10-01+7',
  '2012: 01-01+3 01-22+7 04-02+3 04-29+3 06-22+1 06-24+1 09-30+8',
  '2013: 01-01+3 02-09+7 04-04+3 04-29+3 06-10+3 09-19+3 10-01+7',
  '2014: 01-01+1 01-31+7 04-05+3 05-01+3 06-02+1 09-08+1 10-01+7',
  '2015: 01-01+3 02-18+7 04-05+2 05-01+1 06-20+1 06-22+1 09-03+2 09-27+1 10-01+7',
  '2016: 01-01+1 02-07+7 04-04+1 05-01+2 06-09+3 09-15+3 10-01+7',
  '2017: 01-01+2 01-27+7 04-02+3 05-01+1 05-28+3 10-01+8',
  '2018: 01-01+1 02-15+7 04-05+3 04-29+3 06-18+1 09-24+1 10-01+7 12-30+2',
  '2019: 01-01+1 02-04+7 04-05+3 05-01+4 06-07+3 09-13+3 10-01+7',
  '2020: 01-01+1 01-24+10 04-04+3 05-01+5 06-25+3 10-01+8',
  '2021: 01-01+3 02-11+7 04-03+3 05-01+5 06-12+3 09-19+3 10-01+7',
  '2022: 01-01+3 01-31+7 04-03+3 04-30+5 06-03+3 09-10+3 10-01+7 12-31+1',
  '2023: 01-01+2 01-21+7 04-05+1 04-29+5 06-22+3 09-29+8',
  '2024: 01-01+1 02-10+8 04-04+3 05-01+5 06-10+1 09-15+3 10-01+7',
  '2025: 01-01+1 01-28+8 04-04+3 05-01+5 05-31+3 10-01+8',
  '2026: 01-01+3 02-15+9 04-04+3 05-01+5 06-19+3 09-25+3 10-01+7',
];
