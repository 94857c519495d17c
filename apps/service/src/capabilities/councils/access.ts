import type { Database, Tx } from '@stazhirovka/db';
import { mayKeepRules } from '@stazhirovka/domain/accounts';
import { membersOn, type CouncilRole } from '@stazhirovka/domain/councils';
import type { Actor, Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { findMeeting, type MeetingRow } from './meetings/store.ts';
import {
	findCouncil,
	findExpertise,
	membersOf,
	type CouncilRow,
	type ExpertiseRow,
	type MemberRow
} from './store.ts';

type Queryable = Database | Tx;
type Asking = Pick<Ctx, 'actor' | 'now'>;

/** Whether the person keeps the region, and so its councils. */
export function keeps({ grants }: Pick<Actor, 'grants'>, regionId: string): boolean {
	return mayKeepRules(grants, regionId);
}

/** The one door to a council itself: for those who keep its region; it is not there for anybody else. */
export async function enterCouncil(
	db: Queryable,
	{ actor }: Pick<Ctx, 'actor'>,
	id: string
): Promise<CouncilRow> {
	const council = await findCouncil(db, id);
	return council && keeps(actor, council.regionId) ? council : missing('council');
}

/** The same door for an expertise. */
export async function enterExpertise(
	db: Queryable,
	{ actor }: Pick<Ctx, 'actor'>,
	id: string
): Promise<{ expertise: ExpertiseRow; council: CouncilRow }> {
	const expertise = (await findExpertise(db, id)) ?? missing('expertise');
	const council = await findCouncil(db, expertise.councilId);
	return council && keeps(actor, council.regionId) ? { expertise, council } : missing('expertise');
}

const RUNNING: readonly CouncilRole[] = ['chair', 'deputy', 'secretary'];

export type EnteredMeeting = {
	meeting: MeetingRow;
	council: CouncilRow;
	/** Who sits on the day of the meeting. */
	members: MemberRow[];
	/** Keeps agenda, attendance and votes: the region's keepers, the chair, the deputy, the secretary. */
	runs: boolean;
};

/** The door to a meeting: its members on its day, and those who keep the region. */
export async function enterMeeting(db: Queryable, { actor }: Asking, id: string): Promise<EnteredMeeting> {
	const meeting = (await findMeeting(db, id)) ?? missing('meeting');
	const council = (await findCouncil(db, meeting.councilId)) ?? missing('meeting');
	const members = membersOn(await membersOf(db, council.id), meeting.heldOn);
	const own = members.find(({ personId }) => personId === actor.personId);
	const keeper = keeps(actor, council.regionId);
	if (!own && !keeper) return missing('meeting');
	return { meeting, council, members, runs: keeper || (own !== undefined && RUNNING.includes(own.role)) };
}

/** The same, for those who run it. */
export async function enterToRun(db: Queryable, ctx: Asking, id: string): Promise<EnteredMeeting> {
	const entered = await enterMeeting(db, ctx, id);
	return entered.runs ? entered : missing('meeting');
}
