// Which headers make a table of recipients, where its columns stand, and that no export is taken for one.
import { describe, expect, it } from 'vitest';
import { identifyHeader } from '../../src/ingest/identify.js';
import { recipientColumns, recipientHeaders, tellsRecipients } from '../../src/ingest/recipient-rows.js';
import { recipientsTable } from '../../src/platforms/recipients.js';
import { ORDER_HEADERS, OTHER_HEADERS } from '../support/headers.js';

const kindOf = (cells: readonly string[], orRecipients = true) => {
  const match = identifyHeader(cells, { orRecipients });
  return match === null ? null : `${match.format.platform} ${match.format.kind}`;
};

describe('the header of a table of recipients', () => {
  it.each([
    '线上订单号,收件人,手机,收货地址',
    '订单编号,原始单号,收件人,收件人手机,收件人地址',
    '面单号,收件人姓名,收件人电话,收件人详细地址',
    '订单号,open_address_id',
    'order_sn,openAddressId',
    'waybill_no,buyer_open_id',
  ])('is %s', (line) => {
    const cells = line.split(',');
    expect(tellsRecipients(cells)).toBe(true);
    expect(kindOf(cells)).toBe('generic recipients');
    // Among the orders it is what it ever was: nothing.
    expect(kindOf(cells, false)).toBeNull();
  });

  it.each(['线上订单号,商品名称,数量', '收件人,手机,收货地址', '线上订单号,省,市,区', 'a,b'])(
    'is not %s',
    (line) => {
      expect(tellsRecipients(line.split(','))).toBe(false);
      expect(kindOf(line.split(','))).toBeNull();
    },
  );

  it.each(Object.entries({ ...ORDER_HEADERS, ...OTHER_HEADERS }))('is not that of %s', (_, cells) => {
    expect(kindOf(cells)).toBe(kindOf(cells, false));
    expect(kindOf(cells)).not.toContain('recipients');
  });

  it('has each header in one field', () => {
    const all = Object.values(recipientsTable.columns).flat();
    const compared = all.map((header) => header.toLowerCase().replaceAll('_', '~'));
    expect(compared.filter((header, i) => compared.indexOf(header) !== i)).toEqual([]);
  });
});

describe('the columns of a table of recipients', () => {
  it("has the platform's number before the ERP's own, and a second phone behind the first", () => {
    const found = recipientColumns([
      '订单编号',
      '联系电话',
      '手机',
      '原始单号',
      '快递单号',
      'open_address_id',
      '收件人',
    ]);
    expect(found).toMatchObject({ orders: [3, 0], waybill: 4, id: 5 });
    expect(found.columns).toMatchObject({
      phone: 2,
      buyer_phone: 1,
      recipient: 6,
      address: -1,
      order_id: -1,
    });
  });

  it('reads the recipients of the platforms’ own exports', () => {
    for (const [name, cells] of Object.entries(ORDER_HEADERS)) {
      const isTold = cells.some((header) => /^收货人/.test(header));
      expect([name, tellsRecipients(cells)]).toEqual([name, isTold]);
    }
    const { columns } = recipientColumns(ORDER_HEADERS.kuaishou64);
    expect(Object.values(columns).filter((column) => column >= 0)).toHaveLength(7);
  });

  it('names only headers that it knows', () => {
    expect(recipientHeaders(['张伟', '手机', '13958230417', ' 线上订单号 '])).toEqual(['线上订单号', '手机']);
    expect(recipientHeaders(['张伟', '13958230417'])).toEqual([]);
  });
});
