import type { Database } from '@stazhirovka/db';
import { addDays } from '@stazhirovka/domain/calendar';
import { standingOf } from '@stazhirovka/domain/plans';
import { rulesOn } from '../../regulations/index.ts';
import type { EnteredSite } from '../../staff/index.ts';
import { duesOfSite } from './access.ts';
import { reportsOf } from './store.ts';

/** A report that its leader has to hand in; `title` is what was asked, and null in a regular one. */
type Waiting = {
	kind: 'report_overdue' | 'report_returned' | 'report_due';
	on: string | null;
	reportId: string | null;
	title: string | null;
};

/** A yearly report is told of as long before its day; one that was asked for or begun at once. */
const REPORT_AHEAD = 30;

/** Reports that wait for the leader of a site today (R126, R127): overdue ones, given back, asked for, and due soon. */
export async function reportsWaiting(db: Database, site: EnteredSite): Promise<Waiting[]> {
	const rules = await rulesOn(db, site.regulationKey, site.today);
	const [rows, dues] = await Promise.all([
		reportsOf(db, site.id),
		rules ? duesOfSite(db, site, rules.profile) : []
	]);
	const begun = rows.flatMap(({ id: reportId, dueOn: on, state, subject }): Waiting[] => {
		const standing = standingOf(on, state, site.today);
		const title = subject || null;
		if (standing === 'overdue') return [{ kind: 'report_overdue', on, reportId, title }];
		if (standing !== 'due') return [];
		return [{ kind: state === 'returned' ? 'report_returned' : 'report_due', on, reportId, title }];
	});
	const known = new Set(rows.filter(({ kind }) => kind === 'regular').map(({ dueOn }) => dueOn));
	const owed = dues
		.filter(({ dueOn }) => !known.has(dueOn) && dueOn <= addDays(site.today, REPORT_AHEAD))
		.map(({ dueOn: on }): Waiting => {
			const kind = on < site.today ? 'report_overdue' : 'report_due';
			return { kind, on, reportId: null, title: null };
		});
	return [...begun, ...owed].toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1));
}
