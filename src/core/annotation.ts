// The columns that the annotated copy adds at the end of each record: their order, keys and names.

/** In the order in which they are written. The names are a contract: scripts and people filter by them. */
export const ANNOTATION_COLUMNS = [
  { key: 'next_step', zh: '核查_建议处理', en: 'audit_next_step' },
  { key: 'severity', zh: '核查_关注等级', en: 'audit_severity' },
  { key: 'stage', zh: '核查_当前环节', en: 'audit_stage' },
  { key: 'outstanding', zh: '核查_未收货款', en: 'audit_outstanding' },
  { key: 'days_past_due', zh: '核查_逾期天数', en: 'audit_days_past_due' },
  { key: 'aging_bucket', zh: '核查_逾期区间', en: 'audit_aging_bucket' },
  { key: 'due_date', zh: '核查_预计扣款日', en: 'audit_due_date' },
  { key: 'due_source', zh: '核查_扣款日依据', en: 'audit_due_source' },
  { key: 'collection', zh: '核查_到账状态', en: 'audit_collection' },
  { key: 'receivable', zh: '核查_应收货款', en: 'audit_receivable' },
  { key: 'refunded', zh: '核查_已退款', en: 'audit_refunded' },
  { key: 'collected', zh: '核查_已到账', en: 'audit_collected' },
  { key: 'pay_later', zh: '核查_先用后付', en: 'audit_pay_later' },
  { key: 'cluster', zh: '核查_关联组', en: 'audit_cluster' },
  { key: 'rules', zh: '核查_检查项', en: 'audit_rules' },
  { key: 'reason', zh: '核查_说明', en: 'audit_reason' },
] as const;

export type AnnotationKey = (typeof ANNOTATION_COLUMNS)[number]['key'];
