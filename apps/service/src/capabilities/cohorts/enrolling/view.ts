import type { Applicant, HeadWord, MyEnrolment } from '@stazhirovka/contract/cohorts';
import {
	audienceFit,
	decideEnrolment,
	isSchoolFull,
	type EnrolmentAction,
	type SchoolLimit
} from '@stazhirovka/domain/cohorts';
import type { MyEnrolmentRow } from '../queries.ts';
import { toPerson, toWalkedEnrolment, type Person } from '../view.ts';
import type { ApplicantRow } from './queries.ts';
import type { AdmissionSettings } from './store.ts';

type Said = Pick<ApplicantRow, 'state' | 'head' | 'schoolEmail'>;

/** The word of the head; null where the cohort does not ask and nobody was asked. */
function toHeadWord({ state, head, schoolEmail }: Said, asksHead: boolean, now: Date): HeadWord | null {
	if (!head && !(asksHead && state === 'awaiting_head')) return null;
	const email = head?.email ?? schoolEmail;
	return {
		state: wordState(head, now),
		email,
		fromRegister: email !== null && schoolEmail?.toLowerCase() === email.toLowerCase(),
		sentAt: head?.sentAt?.toISOString() ?? null,
		expiresAt: head?.expiresAt?.toISOString() ?? null,
		author: head?.author ?? null,
		position: head?.position ?? null,
		reason: head?.reason ?? null,
		onPaper: head?.onPaper ?? false
	};
}

function wordState(head: Said['head'], now: Date): HeadWord['state'] {
	if (!head) return 'not_asked';
	if (head.answeredAt) return head.agreed ? 'agreed' : 'refused';
	return head.expiresAt && head.expiresAt > now ? 'asked' : 'outdated';
}

function toPriority({ priorityGroup, priorityAccepted }: ApplicantRow): Applicant['priority'] {
	return priorityGroup === null ? null : { group: priorityGroup, accepted: priorityAccepted };
}

type Around = {
	settings: AdmissionSettings;
	schools: SchoolLimit;
	audience: string[];
	tutors: readonly Person[];
	places: ReadonlyMap<string, number>;
	now: Date;
	/** There is a cohort to be moved to. */
	hasNeighbours: boolean;
};

/** One person of the admission, as the leader sees it. */
export function toApplicant(row: ApplicantRow, around: Around): Applicant {
	const may = (action: EnrolmentAction) => decideEnrolment(row.state, action).ok;
	const { id, email, position, organisation, state, decisionReason, audienceReason, heldUntil } = row;
	return {
		...{ id, email, position, organisation, state, decisionReason, audienceReason },
		person: toPerson(row.person),
		newcomer: row.newcomer,
		appliedAt: row.appliedAt.toISOString(),
		decidedAt: row.decidedAt?.toISOString() ?? null,
		tutor: around.tutors.find((tutor) => tutor.id === row.tutorId) ?? null,
		fit: audienceFit(around.audience, position),
		priority: toPriority(row),
		place: around.places.get(id) ?? null,
		schoolFull: SEATLESS.has(state) && isSchoolFull(around.schools, organisation),
		heldUntil: state === 'invited' || state === 'lapsed' ? heldUntil : null,
		head: toHeadWord(row, around.settings.asksHead, around.now),
		can: {
			confirm: state === 'applied',
			decline: may('decline'),
			headOnPaper: may('head_agrees'),
			decidePriority: row.priorityGroup !== null && PENDING.has(state),
			transfer: may('transfer') && !row.hasWork && around.hasNeighbours,
			inviteAgain: state === 'lapsed'
		}
	};
}

/** States in which it still matters who goes first. */
const PENDING: ReadonlySet<string> = new Set(['awaiting_head', 'applied', 'waiting']);

/** States without a seat in which one may still come. */
const SEATLESS: ReadonlySet<string> = new Set([...PENDING, 'lapsed']);

type MyAround = {
	settings: AdmissionSettings;
	said: ApplicantRow;
	place: number | null;
	placeAhead: number | null;
	today: string;
	ordered: boolean;
	transfer: { from: string | null; to: string | null; kept: string[] } | null;
	now: Date;
};

/** One's own enrolment with all that the person may do now. */
export function toMyEnrolment(row: MyEnrolmentRow, around: MyAround): MyEnrolment {
	const { said, settings, today } = around;
	const { state } = row;
	const head = toHeadWord(said, settings.asksHead, around.now);
	const waits = head !== null && state === 'awaiting_head';
	return {
		...toWalkedEnrolment(row),
		audience: row.audience,
		place: around.place,
		placeAhead: around.placeAhead,
		heldUntil: state === 'invited' || state === 'lapsed' ? said.heldUntil : null,
		head,
		position: said.position,
		fit: audienceFit(row.audience, said.position),
		priorityGroups: settings.priorityGroups,
		priority: toPriority(said),
		transfer: around.transfer,
		can: {
			enter: state === 'confirmed' || state === 'completed',
			withdraw: decideEnrolment(state, 'withdraw').ok,
			leave: decideEnrolment(state, 'leave').ok && today < row.startsOn && !around.ordered,
			accept: state === 'invited' && said.heldUntil !== null && today <= said.heldUntil,
			askHead: waits && (head.state === 'not_asked' || head.state === 'asked' || head.state === 'outdated'),
			claim: PENDING.has(state) && settings.priorityGroups.length > 0 && said.priorityAccepted === null
		}
	};
}
