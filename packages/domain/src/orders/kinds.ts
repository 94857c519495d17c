/** Papers of a cohort: when it is held and for whom, who is taken in, how they were attested, who leaves with what, and what one may show elsewhere. */
export const ORDER_KINDS = ['order_dates', 'order_enrol', 'protocol', 'order_finish', 'spravka'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];
