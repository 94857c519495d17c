import type { OrderReadiness } from '@stazhirovka/contract/orders';
import { m } from '#lib/paraglide/messages.js';

/** «Приказ о дополнительном зачислении» */
export function kindWords({ kind, additional }: Pick<OrderReadiness, 'kind' | 'additional'>): string {
	return m.orders_kind({ kind, additional: additional ? 'yes' : 'no' });
}
