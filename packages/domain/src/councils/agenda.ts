import { ok, refuse, type Result } from '../result.ts';
import { hasQuorum, neededFor, type Quorum } from './quorum.ts';
import { tally, votersOf, type Tally, type Vote, type VotingRules } from './voting.ts';
import type { CouncilMember } from './composition.ts';

/** What stands on an agenda: an application, the end of a status (R22), results of a site's work (R133), anything else. */
export const AGENDA_KINDS = ['application', 'termination', 'results', 'other'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** `postponed`: it stays as it was and may be put to another meeting. */
export const OUTCOMES = ['for', 'against', 'postponed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const MEETING_STATES = ['planned', 'called', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export type MeetingMove = 'call' | 'close' | 'cancel';

/** The whole life of a meeting. What is closed is frozen with its number. */
const NEXT: Record<MeetingState, Partial<Record<MeetingMove, MeetingState>>> = {
	planned: { call: 'called', close: 'closed', cancel: 'cancelled' },
	called: { call: 'called', close: 'closed', cancel: 'cancelled' },
	closed: {},
	cancelled: {}
};

export type MeetingRefusal =
	| { code: 'meeting.not_now'; details: { state: MeetingState; move: MeetingMove } }
	| { code: 'meeting.no_quorum'; details: { limit: number; found: number } }
	| { code: 'meeting.nothing_on_agenda' }
	| { code: 'meeting.votes_missing'; details: { item: string } };

export function moveMeeting(state: MeetingState, move: MeetingMove): Result<MeetingState, MeetingRefusal> {
	const next = NEXT[state][move];
	return next ? ok(next) : refuse({ code: 'meeting.not_now', details: { state, move } });
}

/** Whether agenda, attendance and votes may still change. */
export function isOpen(state: MeetingState): boolean {
	return state === 'planned' || state === 'called';
}

export type ItemFacts = {
	id: string;
	/** Members in conflict with what it is about, or, where it is an application, without a declaration. */
	barred: readonly string[];
	votes: Readonly<Record<string, Vote>>;
	/** Put off by the council without a vote. */
	putOff: boolean;
};

export type MeetingFacts = {
	members: readonly Pick<CouncilMember, 'personId' | 'role'>[];
	present: readonly string[];
	quorum: Quorum;
	rules: VotingRules;
	items: readonly ItemFacts[];
};

/** Votes on an item; `quorum`: whether those who may vote on it are enough to decide it. */
export type Stand = Tally & { quorum: boolean };

export type Decided = { id: string; outcome: Outcome; stand: Stand };

/** How an item stands by the votes so far. Who may not vote on it is not counted into its quorum either. */
export function standOf(
	{ members, present, quorum, rules }: Omit<MeetingFacts, 'items'>,
	{ barred, votes }: Pick<ItemFacts, 'barred' | 'votes'>
): Stand {
	const voters = votersOf(members, { present, barred });
	const enough = hasQuorum(quorum, { members: members.length, present: voters.length });
	return { ...tally(voters, votes, rules), quorum: enough };
}

/**
 * Decides every item of a meeting when it is closed (R27, R28). Nothing is decided without a quorum or while a vote is
 * missing; an item is put off when its votes stay even, or when too few may vote on it.
 */
export function decideItems(meeting: MeetingFacts): Result<Decided[], MeetingRefusal> {
	const { members, present, quorum, items } = meeting;
	const sitting = votersOf(members, { present, barred: [] }).length;
	if (!hasQuorum(quorum, { members: members.length, present: sitting })) {
		const limit = neededFor(quorum, members.length);
		return refuse({ code: 'meeting.no_quorum', details: { limit, found: sitting } });
	}
	if (items.length === 0) return refuse({ code: 'meeting.nothing_on_agenda' });

	const stands = items.map((item) => ({ item, stand: standOf(meeting, item) }));
	const open = stands.find(({ item, stand }) => isVotedOn(item, stand) && stand.silent > 0);
	if (open) return refuse({ code: 'meeting.votes_missing', details: { item: open.item.id } });

	return ok(
		stands.map(({ item, stand }) => ({
			id: item.id,
			outcome: (isVotedOn(item, stand) && stand.outcome) || 'postponed',
			stand
		}))
	);
}

function isVotedOn({ putOff }: ItemFacts, { quorum }: Stand): boolean {
	return !putOff && quorum;
}
