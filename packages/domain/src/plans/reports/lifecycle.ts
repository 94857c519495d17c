import { ok, refuse, type Result } from '../../result.ts';

/** `withdrawn`: whoever asked for it wants it no more. */
export const REPORT_STATES = ['draft', 'submitted', 'returned', 'accepted', 'withdrawn'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_MOVES = ['submit', 'return', 'accept', 'withdraw'] as const;
export type ReportMove = (typeof REPORT_MOVES)[number];

export type ReportRefusal = { code: 'report.not_now'; details: { state: ReportState; move: ReportMove } };

const WAYS: Record<ReportMove, { from: readonly ReportState[]; to: ReportState }> = {
	submit: { from: ['draft', 'returned'], to: 'submitted' },
	return: { from: ['submitted'], to: 'returned' },
	accept: { from: ['submitted'], to: 'accepted' },
	withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn' }
};

/** Moves a report. An accepted one stays as it is; lateness forbids nothing. */
export function moveReport(state: ReportState, move: ReportMove): Result<ReportState, ReportRefusal> {
	const { from, to } = WAYS[move];
	return from.includes(state) ? ok(to) : refuse({ code: 'report.not_now', details: { state, move } });
}

/** The sheet is the leader's until it is handed in, and again once it was given back. */
export function isWritable(state: ReportState): boolean {
	return moveReport(state, 'submit').ok;
}
