import type { Figure } from '@stazhirovka/domain/indicators';
import { measured } from '@stazhirovka/domain/summaries';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { cursorOf, nextOf, NOTHING, PAGE, type Asked, type Behind, type Reader } from './behind.ts';
import { placeAndDeficit } from './counting-deficits.ts';
import * as queries from './records-queries.ts';

/** Sites, cohorts, seats and deficits. */
export async function behindCount({ db, now }: Reader, asked: Asked): Promise<Behind> {
	const { measure, places, period: span } = asked;
	const page = { places, span, after: cursorOf(asked.after), limit: PAGE + 1 };
	if (measure === 'sites') {
		const rows = await queries.activeSites(db, page);
		const plain = { site: null, on: null, counted: true, value: null };
		const records = rows.slice(0, PAGE).map((one) => ({ ...one, ...plain }));
		return { ...NOTHING, records, next: nextOf(rows) };
	}
	if (measure === 'cohorts') return ofRows(await queries.endedCohorts(db, page), () => null);
	const title = deficitOf(asked);
	if (measure === 'deficit_seats' || measure === 'free_seats') {
		if (measure === 'deficit_seats' && title === null) missing('summary_records');
		const rows = await queries.enrollingCohorts(db, { ...page, title, today: today(now) });
		return ofRows(rows, ({ free }) => ({ kind: 'value', value: free, part: free, whole: free }));
	}
	const rows = await queries.deficitCohorts(db, { ...page, title });
	return ofRows(rows, (one) =>
		measured(
			measure,
			measure === 'deficit_needed'
				? { part: one.needed, whole: one.people, people: one.people }
				: { part: one.reduced, whole: one.before, people: one.repeated }
		)
	);
}

/** The deficit that a row is of; null where rows are something else. */
function deficitOf({ definition: { subject }, row }: Asked): string | null {
	if (row === undefined) return null;
	if (subject === 'deficit_place') return placeAndDeficit(row).title;
	return subject === 'deficit' ? row : null;
}

function ofRows<T extends queries.CohortRow>(rows: T[], figure: (row: T) => Figure | null): Behind {
	const cohorts = rows.slice(0, PAGE).map((row) => {
		const { id, title, site, endsOn } = row;
		return { id, title, site, endsOn, figure: figure(row) };
	});
	return { ...NOTHING, cohorts, next: nextOf(rows) };
}
