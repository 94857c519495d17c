import type { ReportHead } from '@stazhirovka/contract/plans';
import { isLateReport, standingOf } from '@stazhirovka/domain/plans';
import type { ReportHeadRow } from './store.ts';

/** A report in a list, as it stands on a day. */
export function toHead(row: ReportHeadRow, today: string): ReportHead {
	const { id, kind, dueOn, subject, askedFor, state, fromDay, toDay, submittedOn } = row;
	return {
		...{ id, kind, dueOn, subject, askedFor, state, submittedOn },
		standing: standingOf(dueOn, state, today),
		period: fromDay !== null && toDay !== null ? { from: fromDay, to: toDay } : null,
		late: submittedOn !== null && isLateReport(dueOn, submittedOn)
	};
}
