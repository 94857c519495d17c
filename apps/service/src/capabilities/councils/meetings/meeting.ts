import type { Meeting } from '@stazhirovka/contract/councils';
import { isOpen, neededFor, standOf, votersOf, type Standing, type Vote } from '@stazhirovka/domain/councils';
import type { Database, Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { listDocuments } from '../../documents/index.ts';
import { enterMeeting, keeps, type EnteredMeeting } from '../access.ts';
import { today } from '../../../shell/today.ts';
import { attendanceOf, itemsOf, votesOn, type ItemRow } from './store.ts';
import { applicationFacts, organisationsOf, peopleOf, regulationKey } from '../queries.ts';
import { sitesToChoose } from '../site-queries.ts';
import { waitingFor } from '../rules.ts';
import { stancesOf } from '../stances.ts';
import { toPerson } from '../view.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** An item with who may not vote on it; `standing` is null where nothing is declared. */
export type BallotItem = {
	row: ItemRow;
	votes: Record<string, Vote>;
	standing: (personId: string) => Standing | null;
};

export type Ballot = { present: string[]; items: BallotItem[] };

/**
 * The items of a meeting with their votes. On an application only who has declared to be free may vote; on a site,
 * everybody but people of its own organisations.
 */
export async function ballotOf(
	db: Database | Tx,
	{ meeting, members }: Pick<EnteredMeeting, 'meeting' | 'members'>
): Promise<Ballot> {
	const [present, rows] = await Promise.all([attendanceOf(db, meeting.id), itemsOf(db, meeting.id)]);
	const personIds = members.map(({ personId }) => personId);
	const [given, applications, organisations, people] = await Promise.all([
		votesOn(
			db,
			rows.map(({ id }) => id)
		),
		applicationFacts(
			db,
			rows.flatMap(({ applicationId }) => applicationId ?? [])
		),
		organisationsOf(
			db,
			rows.flatMap(({ siteId }) => siteId ?? [])
		),
		peopleOf(db, personIds)
	]);
	const stances = await stancesOf(db, personIds, [...applications.values()]);

	function standingOn({ applicationId, siteId }: ItemRow, personId: string): Standing | null {
		if (applicationId) return stances(personId, applicationId).standing;
		const own = people.get(personId)?.organisationId;
		return siteId && own && organisations.get(siteId)?.includes(own) ? 'conflict' : null;
	}
	return {
		present,
		items: rows.map((row) => ({
			row,
			votes: Object.fromEntries(
				given.filter(({ itemId }) => itemId === row.id).map(({ personId, vote }) => [personId, vote])
			),
			standing: (personId) => standingOn(row, personId)
		}))
	};
}

/** Of these people, those who have no vote on an item, and why. */
export function barredAmong({ standing }: BallotItem, personIds: readonly string[]) {
	return personIds.flatMap((personId) => {
		const why = standing(personId);
		return why === 'conflict' || why === 'undeclared' ? [{ personId, why }] : [];
	});
}

/** Members who have no vote on an item. */
export function barredFrom(item: BallotItem, members: { personId: string }[]): string[] {
	const personIds = members.map(({ personId }) => personId);
	return barredAmong(item, personIds).map(({ personId }) => personId);
}

/** `words`: what was typed to find a site for the agenda. */
export async function readMeeting(ctx: Reading, id: string, words?: string): Promise<Meeting> {
	const { db, now } = ctx;
	const entered = await enterMeeting(db, ctx, id);
	const { meeting, council, members, runs } = entered;
	const ballot = await ballotOf(db, entered);
	const people = await peopleOf(
		db,
		members.map(({ personId }) => personId)
	);
	const sitting = votersOf(members, { present: ballot.present, barred: [] });
	const open = isOpen(meeting.state);
	const needed = neededFor(council.quorum, members.length);
	const { heldOn, beginsAt, place, state, revision, number } = meeting;

	return {
		...{ id, number, heldOn, beginsAt, place, state, revision },
		council: { id: council.id, title: council.title },
		calledAt: meeting.calledAt?.toISOString() ?? null,
		closedAt: meeting.closedAt?.toISOString() ?? null,
		members: members.map(({ personId, role }) => ({
			person: toPerson(people, personId),
			role,
			present: ballot.present.includes(personId)
		})),
		quorum: { needed, present: sitting.length, reached: sitting.length >= needed },
		items: ballot.items.map((item) => toItem(ctx, entered, { ...ballot, item, people })),
		choices: open && runs ? await choicesOf(ctx, entered, ballot, words) : NO_CHOICES,
		minutes: await minutesOf(ctx, entered),
		can: {
			keep: keeps(ctx.actor, council.regionId),
			run: runs && open,
			call: runs && open && ballot.items.length > 0,
			close: runs && open && ballot.items.length > 0 && heldOn <= today(now),
			cancel: runs && open
		}
	};
}

type Shown = Pick<Ballot, 'present'> & { item: BallotItem; people: Awaited<ReturnType<typeof peopleOf>> };

function toItem(
	{ actor }: Pick<Ctx, 'actor'>,
	{ council, members, runs }: EnteredMeeting,
	{ present, item, people }: Shown
): Meeting['items'][number] {
	const { id, kind, title, outcome, putOff, stand, applicationId, siteId } = item.row;
	const barred = barredFrom(item, members);
	// Who may not read an application reads nothing of what was said about it either.
	const hidden = !runs && barred.includes(actor.personId);
	const rules = { majority: council.majority, castingVote: council.castingVote };
	const votes = hidden ? {} : item.votes;
	const now = standOf({ members, present, quorum: council.quorum, rules }, { barred, votes });
	return {
		...{ id, kind, title, outcome, putOff, applicationId, siteId },
		heard: hidden ? '' : item.row.heard,
		decision: hidden ? '' : item.row.decision,
		figures: hidden ? null : item.row.figures,
		stand: hidden ? now : (stand ?? now),
		voters: votersOf(members, { present, barred: [] }).map(({ personId }) => ({
			person: toPerson(people, personId),
			standing: item.standing(personId),
			vote: votes[personId] ?? null
		}))
	};
}

const NO_CHOICES = { applications: [], sites: [], moreSites: false };

async function choicesOf(
	{ db, now }: Reading,
	{ council }: EnteredMeeting,
	{ items }: Ballot,
	words: string | undefined
) {
	const key = await regulationKey(db, council.regulationId);
	const [applications, { found, more }] = await Promise.all([
		waitingFor(db, [council.regionId], 'council'),
		sitesToChoose(db, { regionIds: [council.regionId], regulationKeys: [key], words, now: now() })
	]);
	const taken = items.map(({ row }) => row.applicationId);
	return {
		applications: applications
			.filter(({ rules }) => rules.regulationId === council.regulationId)
			.filter(({ application }) => !taken.includes(application.id))
			.map(({ application: { id, title, organisation } }) => ({ id, title: `${title} (${organisation})` })),
		sites: found.map(({ id, title }) => ({ id, title })),
		moreSites: more
	};
}

/** The minutes are kept with the documents of the region: for those who keep it. */
async function minutesOf({ db, actor }: Reading, { meeting, council }: EnteredMeeting) {
	if (!meeting.minutesId || !keeps(actor, council.regionId)) return null;
	const [document] = await listDocuments({ db, actor }, { ids: [meeting.minutesId] });
	return document ?? null;
}
