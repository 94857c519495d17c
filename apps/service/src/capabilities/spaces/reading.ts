import type { Space, SpaceInside } from '@stazhirovka/contract/spaces';
import { localDay } from '@stazhirovka/domain/calendar';
import { inOrder } from '@stazhirovka/domain/chat';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { hashOf } from '../../shell/token.ts';
import { toPerson } from '../cohorts/index.ts';
import { enterInnerSite, groupsOf, isActive } from '../staff/index.ts';
import { admits, asking, enterSpace } from './access.ts';
import * as queries from './queries.ts';
import { toSpace } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Open associations and conferences that the person is in or may come into. */
export async function listSpaces(ctx: Reader): Promise<Space[]> {
	const rows = await queries.spacesAround(ctx.db, asking(ctx));
	return rows.filter((row) => row.joined || (admits(row) && !row.barred)).map(toSpace);
}

/** All rooms of a site, for everybody who has a part in it. */
export async function listSiteRooms(ctx: Reader, siteId: string) {
	const { db } = ctx;
	const site = await enterInnerSite(db, ctx, siteId);
	const [spaces, settled, groups, people, cohorts, planRows, active] = await Promise.all([
		queries.spacesOfSite(db, asking(ctx), siteId),
		queries.settledRooms(db, siteId, ctx.actor.personId),
		groupsOf(db, siteId),
		queries.peopleOfSite(db, siteId, site.today),
		queries.cohortsOfSite(db, siteId, site.today),
		queries.openRows(db, siteId),
		isActive(ctx, site)
	]);
	const roomOf = (room: (typeof settled)[number] | undefined) => ({
		exists: room !== undefined,
		roomId: room?.inside ? room.id : null
	});
	const leads = active && site.as.includes('leader');
	return {
		spaces: spaces.map(toSpace),
		staff: roomOf(settled.find(({ kind }) => kind === 'staff')),
		groups: groups.map(({ id, title }) => ({
			...{ id, title },
			...roomOf(settled.find(({ groupId }) => groupId === id))
		})),
		people: people.map(toPerson),
		...{ cohorts, planRows },
		can: { open: active && (leads || site.as.includes('staff')), openStaff: leads, openGroups: leads }
	};
}

/** What stands beside the room of an association or a conference. */
export async function readSpace(ctx: Reader, roomId: string): Promise<SpaceInside> {
	const { db } = ctx;
	const { room, ...found } = await enterSpace(db, ctx, roomId);
	const { space, conference, timeZone } = found;
	const today = localDay(ctx.now(), timeZone);
	const [inside, ofSite, row] = await Promise.all([
		queries.roomPeople(db, roomId),
		room.moderates ? queries.peopleOfSite(db, space.siteId, today) : [],
		space.planRowId ? linkedTo(ctx, found, space.planRowId) : undefined
	]);
	const here = new Set(inside.map(({ id }) => id));
	const named = [...(conference?.programme.map(({ personId }) => personId) ?? [])].filter(
		(id) => !here.has(id)
	);
	const gone = await queries.namesOf(db, [...new Set(named)]);
	const invited = ofSite.filter(({ id }) => !here.has(id));
	const open = room.closedAt === null;
	return {
		...toSpace(found),
		admits: space.admits,
		cohort: found.cohort,
		invites: space.inviteHash !== null,
		isPublic: space.isPublic,
		planRow: row ?? null,
		speakers: inOrder([...inside, ...invited].map(toPerson)),
		gone: gone.map(toPerson),
		moderators: inside.filter(({ moderates }) => moderates).map(({ id }) => id),
		can: {
			arrange: room.moderates && conference?.stage === 'waiting',
			invite: room.moderates && open && space.admits === 'region',
			exclude: room.moderates && open,
			record: conference?.stage === 'closed'
		}
	};
}

async function linkedTo({ db }: Reader, { closedAt, timeZone }: queries.SpaceRow, rowId: string) {
	return queries.linkedRow(db, rowId, closedAt && localDay(closedAt, timeZone));
}

/** What a link invites to; one that was taken back, or that leads out of the region, leads nowhere. */
export async function readInvitation(ctx: Reader, token: string): Promise<Space> {
	const found = await queries.spaceBy(ctx.db, asking(ctx), { inviteHash: hashOf(token) });
	if (!found || found.closedAt || !(found.joined || admits(found, true))) return missing('invitation');
	return toSpace(found);
}
