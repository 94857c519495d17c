import type { Understood } from '@stazhirovka/domain/outline';
import { m } from '#lib/paraglide/messages.js';

/** One thing that the platform has taken from a rule, in its own words. */
export function understoodWords({ code, details = {}, when = [] }: Understood): string {
	if (when.length > 0) {
		const conditions = when.map(({ sum, op, value }) =>
			m.outline_condition({ left: sum.map((kind) => m.outline_points_for({ kind })).join(' + '), op, value })
		);
		return m.outline_flag({ label: String(details.label ?? ''), when: conditions.join(m.outline_and()) });
	}
	const [number = 0] = Object.values(details).filter((value) => typeof value === 'number');
	return m.outline_read({
		code,
		n: number,
		max: Number(details.max ?? 0),
		label: String(details.label ?? '')
	});
}
