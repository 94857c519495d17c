import type { SiteResults } from '@stazhirovka/contract/councils';
import type { Ctx } from '../../../shell/context.ts';
import { enterMonitored } from '../../monitoring/index.ts';
import { keeps } from '../access.ts';
import { openMeetingsIn, resultsOfSite } from './queries.ts';

/** What councils heard and decided of a site's results (R133), for whoever may see them; where they may be put, for the keepers. */
export async function readSiteResults(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
	id: string
): Promise<SiteResults> {
	const { db, actor } = ctx;
	const { regionId } = await enterMonitored(ctx, id);
	const isKeeper = keeps(actor, regionId);
	const [items, open] = await Promise.all([
		resultsOfSite(db, id),
		isKeeper ? openMeetingsIn(db, regionId) : []
	]);
	const taken = new Set(items.map(({ meetingId }) => meetingId));
	return {
		items: items.map(({ figures, meetingId, ...item }) => ({
			...item,
			/** A member's draft of the minutes is nobody else's. */
			decision: item.state === 'closed' ? item.decision : '',
			meetingId: isKeeper ? meetingId : null,
			figures
		})),
		meetings: open.filter((meeting) => !taken.has(meeting.id)),
		can: { put: isKeeper }
	};
}
