import type { Space } from '@stazhirovka/contract/spaces';
import type { SpaceRow } from './queries.ts';

export function toSpace({
	space,
	roomId,
	title,
	site,
	timeZone,
	conference,
	closedAt,
	...row
}: SpaceRow): Space {
	const { id, kind, about, startsAt, minutes } = space;
	return {
		...{ id, roomId, kind, title, about, site, timeZone, minutes },
		members: row.members,
		startsAt: startsAt?.toISOString() ?? null,
		stage: conference?.stage ?? null,
		closed: closedAt !== null,
		joined: row.joined
	};
}
