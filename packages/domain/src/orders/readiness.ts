import type { EnrolmentState } from '../cohorts/states.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { OrderKind } from './kinds.ts';

/** What decides which papers may name somebody of a cohort. */
export type LearnerOfCohort = {
	id: string;
	state: EnrolmentState;
	/** All rules of the programme hold. */
	complete: boolean;
	/** The announced result; null while there is none. */
	attested: boolean | null;
	/** Kinds of papers that stand and name the learner. */
	namedIn: readonly OrderKind[];
};

export type CohortOfOrders = {
	learners: LearnerOfCohort[];
	/** The results of the reviews are known to all. */
	announced: boolean;
	/** The programme ends with a result that minutes are written of. */
	asksForProtocol: boolean;
};

export type OrderBlock =
	`orders.${'nobody_confirmed' | 'all_named' | 'not_announced' | 'not_attested' | 'not_complete' | 'not_enrolled' | 'protocol_first'}`;

/** Whom a paper of this kind may name now, who leaves by it, and why the others are not in it yet. */
export type Readiness = {
	ready: string[];
	/** May be sent down without a document of completion; `order_finish` alone has such. */
	leaving: string[];
	waiting: { id: string; code: OrderBlock }[];
	/** Why nothing can be issued at all; null when something can. */
	block: OrderBlock | null;
};

/** What is ready to be issued, what is missing and why (R65, X21). */
export function readiness(kind: OrderKind, cohort: CohortOfOrders): Readiness {
	const learners = cohort.learners.filter(({ state }) => HELD.includes(state));
	const open = learners.filter(({ namedIn }) => REPEATED.includes(kind) || !namedIn.includes(kind));
	const leaving = kind === 'order_finish' ? open.filter(mayLeave) : [];
	const judged = open
		.filter(({ state }) => !FOR_THOSE_WHO_STAY.includes(kind) || state !== 'expelled')
		.map((learner) => ({ id: learner.id, code: obstacle(kind, learner, cohort) }));

	const ready = judged.flatMap(({ id, code }) => (code === null ? [id] : []));
	const waiting = judged.flatMap(({ id, code }) => (code === null ? [] : [{ id, code }]));
	return {
		ready,
		leaving: leaving.map(({ id }) => id),
		waiting,
		// The days of a cohort may be ordered before anybody is in it.
		block:
			kind === 'order_dates' || ready.length + leaving.length
				? null
				: blockOf(kind, learners.length, waiting, cohort)
	};
}

/** Papers that may name somebody again, and those that do not name whoever has left. */
const REPEATED: readonly OrderKind[] = ['spravka', 'order_dates'];
const FOR_THOSE_WHO_STAY: readonly OrderKind[] = ['order_finish', 'order_dates'];

/** Whoever was once taken in; an application alone gives no paper. */
const HELD: readonly EnrolmentState[] = ['confirmed', 'completed', 'expelled'];

function mayLeave({ state, complete, namedIn }: LearnerOfCohort): boolean {
	if (state === 'expelled') return true;
	return state === 'confirmed' && !complete && namedIn.includes('order_enrol');
}

function obstacle(kind: OrderKind, learner: LearnerOfCohort, cohort: CohortOfOrders): OrderBlock | null {
	switch (kind) {
		case 'order_dates':
		case 'order_enrol':
		case 'spravka':
			return null;
		case 'protocol':
			if (!cohort.announced) return 'orders.not_announced';
			return learner.attested === null ? 'orders.not_attested' : null;
		case 'order_finish':
			if (!learner.namedIn.includes('order_enrol')) return 'orders.not_enrolled';
			if (!learner.complete && learner.state !== 'completed') return 'orders.not_complete';
			return cohort.asksForProtocol && !learner.namedIn.includes('protocol') ? 'orders.protocol_first' : null;
	}
}

function blockOf(
	kind: OrderKind,
	held: number,
	waiting: Readiness['waiting'],
	{ announced }: CohortOfOrders
): OrderBlock {
	if (held === 0) return 'orders.nobody_confirmed';
	if (kind === 'protocol' && !announced) return 'orders.not_announced';
	return waiting[0]?.code ?? 'orders.all_named';
}

export type OrderChoice = { learners: readonly string[]; expelled: readonly string[]; reason: string };
export type OrderRefusal = {
	code: OrderBlock | `orders.${'nobody_chosen' | 'changed' | 'reason_missing' | 'left_out'}`;
};

/**
 * Whether a paper of this kind may name exactly these. Whoever was expelled by the order that is corrected stays in the
 * correction: nobody is expelled by nothing.
 */
export function decideOrder(
	kind: OrderKind,
	cohort: CohortOfOrders,
	{ learners, expelled, reason }: OrderChoice
): Result<void, OrderRefusal> {
	const { ready, leaving, block } = readiness(kind, cohort);
	if (block) return refuse({ code: block });
	if (kind !== 'order_dates' && learners.length + expelled.length === 0)
		return refuse({ code: 'orders.nobody_chosen' });
	if (learners.some((id) => !ready.includes(id)) || expelled.some((id) => !leaving.includes(id)))
		return refuse({ code: 'orders.changed' });
	if (expelled.length && !reason.trim()) return refuse({ code: 'orders.reason_missing' });

	const gone = cohort.learners.filter(
		({ state, namedIn }) => state === 'expelled' && !namedIn.includes('order_finish')
	);
	const forgotten = kind === 'order_finish' && gone.some(({ id }) => !expelled.includes(id));
	return forgotten ? refuse({ code: 'orders.left_out' }) : ok(undefined);
}
