import { ok, refuse, type Result } from '../result.ts';

export const CONFERENCE_STAGES = ['waiting', 'speeches', 'questions', 'closed', 'cancelled'] as const;
export type ConferenceStage = (typeof CONFERENCE_STAGES)[number];

export type Speech = { personId: string; title: string };
/** `speech`: the place in the programme; null for a question or an answer. */
export type Floor = { personId: string; speech: number | null; since: string };

/** A chat-conference as it stands now (R62): everything in it follows from the events of its room. */
export type Conference = {
	stage: ConferenceStage;
	startsAt: string;
	/** Planned length. */
	minutes: number;
	/** In the order of speaking. */
	programme: Speech[];
	/** Places of the programme whose turn has come, in that order. */
	heard: number[];
	/** Who speaks. */
	floor: Floor | null;
	/** Who asked for the floor, in the order of asking. */
	hands: string[];
};

export const MOST_SPEECHES = 40;
export const LONGEST_CONFERENCE_MINUTES = 480;

export type Arrangement = Pick<Conference, 'startsAt' | 'minutes' | 'programme'>;

/** What happens to a conference, beside people leaving its room. */
export type Turn =
	| ({ type: 'conference.arranged' } & Arrangement)
	| { type: 'conference.opened' | 'questions.opened' | 'conference.closed' }
	| { type: 'conference.cancelled'; reason: string }
	| { type: 'floor.asked' | 'floor.waived' | 'floor.returned' }
	| { type: 'floor.given'; personId: string; speech: number | null };

export type ConferenceAction =
	| { do: 'open_conference' | 'open_questions' | 'end_conference' }
	| { do: 'cancel_conference'; reason: string }
	| { do: 'ask_floor' | 'waive_floor' | 'return_floor' }
	| { do: 'give_floor'; personId: string; speech: number | null };

export type ConferenceRefusal = {
	code:
		| `conference.${'begun' | 'not_running' | 'no_speakers' | 'questions_closed' | 'questions_open' | 'reason_missing'}`
		| `floor.${'asked_already' | 'not_asked' | 'has_already' | 'heard_already' | 'free' | 'not_yours' | 'left'}`
		| 'room.not_moderator';
};

export type AtConference = {
	me: string;
	moderates: boolean;
	/** Whether somebody is in the room now. */
	isInside: (personId: string) => boolean;
};

/** Whether the conference has begun and not ended. */
export function isRunning({ stage }: Pick<Conference, 'stage'>): boolean {
	return stage === 'speeches' || stage === 'questions';
}

/** In its main line whoever has the floor writes, and the moderator; in threads everybody asks. Looked at once more by the statement that stores. */
export function maySpeak(
	conference: Pick<Conference, 'floor'> | null,
	{ me, moderates }: Pick<AtConference, 'me' | 'moderates'>,
	replyTo: number | null
): boolean {
	return conference === null || moderates || replyTo !== null || conference.floor?.personId === me;
}

/** Until it has begun, the moderator changes the time and the programme. */
export function mayArrange({ stage }: Pick<Conference, 'stage'>): Result<void, ConferenceRefusal> {
	return stage === 'waiting' ? ok(undefined) : no('conference.begun');
}

/** What comes of an action, by the conference as it stands now. */
export function takeTurn(
	conference: Conference,
	action: ConferenceAction,
	at: AtConference
): Result<Turn, ConferenceRefusal> {
	const { stage, floor, hands } = conference;
	if (LED.has(action.do) && !at.moderates) return no('room.not_moderator');
	if (!BEFORE.has(action.do) && !isRunning(conference)) return no('conference.not_running');
	switch (action.do) {
		case 'open_conference':
			if (stage !== 'waiting') return no('conference.begun');
			return conference.programme.length ? ok({ type: 'conference.opened' }) : no('conference.no_speakers');
		case 'cancel_conference':
			if (stage !== 'waiting') return no('conference.begun');
			return action.reason.trim()
				? ok({ type: 'conference.cancelled', reason: action.reason.trim() })
				: no('conference.reason_missing');
		case 'open_questions':
			return stage === 'speeches' ? ok({ type: 'questions.opened' }) : no('conference.questions_open');
		case 'end_conference':
			return ok({ type: 'conference.closed' });
		case 'ask_floor':
			if (floor?.personId === at.me) return no('floor.has_already');
			return hands.includes(at.me) ? no('floor.asked_already') : ok({ type: 'floor.asked' });
		case 'waive_floor':
			return hands.includes(at.me) ? ok({ type: 'floor.waived' }) : no('floor.not_asked');
		case 'return_floor':
			if (!floor) return no('floor.free');
			return floor.personId === at.me || at.moderates
				? ok({ type: 'floor.returned' })
				: no('floor.not_yours');
		case 'give_floor':
			return giving(conference, action, at);
	}
}

/** To whose turn it is by the programme, at any time; once questions are open, to whoever asked, or to a speaker who answers. */
function giving(
	{ stage, programme, heard, floor, hands }: Conference,
	{ personId, speech }: Extract<ConferenceAction, { do: 'give_floor' }>,
	{ isInside }: AtConference
): Result<Turn, ConferenceRefusal> {
	if (!isInside(personId)) return no('floor.left');
	if (speech !== null) {
		if (programme[speech]?.personId !== personId) return no('floor.not_asked');
		if (heard.includes(speech)) return no('floor.heard_already');
		return ok({ type: 'floor.given', personId, speech });
	}
	if (floor?.personId === personId) return no('floor.has_already');
	if (stage !== 'questions') return no('conference.questions_closed');
	const answers = heard.some((place) => programme[place]?.personId === personId);
	return hands.includes(personId) || answers
		? ok({ type: 'floor.given', personId, speech })
		: no('floor.not_asked');
}

/** Where the programme goes on: the first speech that was not heard; null when all were. */
export function nextSpeech({ programme, heard }: Pick<Conference, 'programme' | 'heard'>): number | null {
	const place = programme.findIndex((_, n) => !heard.includes(n));
	return place < 0 ? null : place;
}

const LED: ReadonlySet<string> = new Set([
	'open_conference',
	'cancel_conference',
	'open_questions',
	'end_conference',
	'give_floor'
]);
const BEFORE: ReadonlySet<string> = new Set(['open_conference', 'cancel_conference']);

function no(code: ConferenceRefusal['code']) {
	return refuse({ code });
}

/** The conference after an event of its room; null until it was arranged. */
export function turned(
	conference: Conference | null,
	turn: Turn,
	{ by, at }: { by: string; at: string }
): Conference | null {
	if (turn.type === 'conference.arranged') {
		const { startsAt, minutes, programme } = turn;
		const fresh = { stage: 'waiting' as const, heard: [], floor: null, hands: [] };
		return { ...(conference ?? fresh), startsAt, minutes, programme };
	}
	return conference && { ...conference, ...changeBy(conference, turn, { by, at }) };
}

function changeBy(
	{ heard, hands }: Conference,
	turn: Exclude<Turn, { type: 'conference.arranged' }>,
	{ by, at }: { by: string; at: string }
): Partial<Conference> {
	const without = (personId: string) => hands.filter((id) => id !== personId);
	switch (turn.type) {
		case 'conference.opened':
			return { stage: 'speeches' };
		case 'questions.opened':
			return { stage: 'questions' };
		case 'conference.closed':
			return { stage: 'closed', floor: null, hands: [] };
		case 'conference.cancelled':
			return { stage: 'cancelled', floor: null, hands: [] };
		case 'floor.asked':
			return { hands: [...without(by), by] };
		case 'floor.waived':
			return { hands: without(by) };
		case 'floor.returned':
			return { floor: null };
		case 'floor.given': {
			const { personId, speech } = turn;
			const given = { floor: { personId, speech, since: at }, hands: without(personId) };
			if (speech === null) return given;
			return { ...given, stage: 'speeches', heard: [...heard.filter((one) => one !== speech), speech] };
		}
	}
}

/** Whoever leaves the room leaves the queue, and the floor. */
export function withoutPerson<C extends Pick<Conference, 'floor' | 'hands'>>(
	conference: C,
	personId: string
): C {
	const { floor, hands } = conference;
	return {
		...conference,
		floor: floor?.personId === personId ? null : floor,
		hands: hands.filter((id) => id !== personId)
	};
}
