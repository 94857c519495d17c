import { addDays, daysBetween, isWorkingDay, localDay } from '../calendar/index.ts';
import { isReason, LEAST_REASON } from '../journal/index.ts';
import type { FinalWorkState } from '../final-works/index.ts';
import type { PeerRules } from '../programmes/rules.ts';
import { ok, refuse, type Result } from '../result.ts';
import { deadlineAfter } from '../tasks/index.ts';

const DAYS_TO_APPEAL = 7;
const WORKING_DAYS_TO_ANSWER = 5;

/** To the end of the seventh day after the day on which the result was told. */
export function appealUntil(toldAt: Date, timeZone: string): Date {
	return deadlineAfter(toldAt, DAYS_TO_APPEAL, timeZone);
}

/** The fifth working day after the day of sending: the last day of the answer. */
export function answerAppealBy(sentAt: Date, timeZone: string): string {
	let day = localDay(sentAt, timeZone);
	for (let left = WORKING_DAYS_TO_ANSWER; left > 0; left -= isWorkingDay(day) ? 1 : 0) day = addDays(day, 1);
	return day;
}

export type AppealFacts = {
	/** When the result was told; null: nothing to dispute yet. */
	toldAt: Date | null;
	sent: boolean;
	timeZone: string;
};

export type AppealRefusal = {
	code: `appeal.${'not_announced' | 'already_sent' | 'too_late' | 'reason_missing'}`;
};

/** Whether the author may appeal now: once, within seven days of the result, with a reason for some criterion. */
export function checkAppeal(
	{ toldAt, sent, timeZone }: AppealFacts,
	reasons: Readonly<Record<string, string>> | null,
	now: Date
): Result<void, AppealRefusal> {
	if (!toldAt) return refuse({ code: 'appeal.not_announced' });
	if (sent) return refuse({ code: 'appeal.already_sent' });
	if (now >= appealUntil(toldAt, timeZone)) return refuse({ code: 'appeal.too_late' });
	const given = reasons === null || Object.keys(reasons).length > 0;
	return given ? ok(undefined) : refuse({ code: 'appeal.reason_missing' });
}

/** Those who may answer: tutors of the cohort, but whoever judged the work already only where every tutor did. */
export function mayAnswerAppeal(
	personId: string,
	{ tutors, judges }: { tutors: readonly string[]; judges: readonly string[] }
): boolean {
	const isFresh = (id: string) => !judges.includes(id);
	return tutors.includes(personId) && (isFresh(personId) || !tutors.some(isFresh));
}

export type AppealDecision = {
	marks: Readonly<Record<string, number>> | null;
	/** Why a mark was changed, by criterion. */
	changes: Readonly<Record<string, string>>;
	passed: boolean;
	conclusion: string;
};

export type Disputed = { marks: Readonly<Record<string, number>> | null; passed: boolean; mayLower: boolean };

export type AppealDecisionRefusal = {
	code: `appeal.${
		| 'mark_missing'
		| 'mark_outside'
		| 'may_not_lower'
		| 'change_reason_missing'
		| 'reason_missing'
		| 'marks_pass'}`;
	details?: { criterion?: string; least?: number };
};

/** Whether an appeal may be answered so: marks within the scale, each change with its reason, nothing lowered unasked. */
export function checkAppealDecision(
	rules: PeerRules,
	disputed: Disputed,
	decision: AppealDecision
): Result<{ total: number | null; changed: string[] }, AppealDecisionRefusal> {
	const changed = changedMarks(rules, disputed, decision);
	for (const criterion of disputed.marks ? rules.criteria : []) {
		const code = faultOfMark(rules, disputed, decision, criterion);
		if (code) return refuse({ code: `appeal.${code}`, details: { criterion, least: LEAST_REASON } });
	}
	if (disputed.passed && !decision.passed && !disputed.mayLower)
		return refuse({ code: 'appeal.may_not_lower' });
	if (changed.length && !decision.passed && marksPass(rules, decision.marks ?? {})) {
		return refuse({ code: 'appeal.marks_pass' });
	}
	if (!isReason(decision.conclusion)) {
		return refuse({ code: 'appeal.reason_missing', details: { least: LEAST_REASON } });
	}
	const marks = decision.marks;
	return ok({
		total: disputed.marks && marks ? rules.criteria.reduce((sum, key) => sum + (marks[key] ?? 0), 0) : null,
		changed
	});
}

function changedMarks({ criteria }: PeerRules, disputed: Disputed, decision: AppealDecision): string[] {
	return criteria.filter((key) => disputed.marks && decision.marks?.[key] !== disputed.marks[key]);
}

function faultOfMark(
	{ maxPerCriterion }: PeerRules,
	disputed: Disputed,
	{ marks, changes }: AppealDecision,
	criterion: string
) {
	const [before, after] = [disputed.marks?.[criterion] ?? 0, marks?.[criterion]];
	if (after === undefined) return 'mark_missing';
	if (after === before) return null;
	if (!Number.isInteger(after * 2) || after < 0 || after > maxPerCriterion) return 'mark_outside';
	if (after < before && !disputed.mayLower) return 'may_not_lower';
	return isReason(changes[criterion] ?? '') ? null : 'change_reason_missing';
}

/** The programme's rule over marks that a tutor has given. */
function marksPass(rules: PeerRules, marks: Readonly<Record<string, number>>): boolean {
	const values = rules.criteria.map((key) => marks[key] ?? 0);
	const total = values.reduce((sum, value) => sum + value, 0);
	return total >= rules.passTotal && !(rules.noZeroCriterion && values.includes(0));
}

/** Where a work stands after its appeal: what was not passed may pass; what was passed falls only where marks may fall. */
export function stateAfterAppeal(
	state: FinalWorkState,
	{ passed, revisionDays, revised }: { passed: boolean; revisionDays: number | null; revised: boolean }
): FinalWorkState {
	if (passed) return 'passed';
	if (state !== 'passed') return state;
	return revisionDays !== null && !revised ? 'revision' : 'failed';
}

/** Whole days of a revision that are left on the day of the appeal; the time stands still while it is read. */
export function revisionDaysLeft(revisionUntil: Date, now: Date, timeZone: string): number {
	const last = new Date(revisionUntil.getTime() - 1);
	return Math.max(0, daysBetween(localDay(now, timeZone), localDay(last, timeZone)));
}
