import type { Tx } from '@stazhirovka/db';
import type { AgendaKind } from '@stazhirovka/domain/councils';
import { moveApplication } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { figuresToPut } from '../../../monitoring/index.ts';
import { lockedApplication } from '../../../sites/index.ts';
import type { EnteredMeeting } from '../../access.ts';
import { resultsStandOn, standsOnAgenda } from '../queries.ts';
import { insertItem } from '../store.ts';
import { enterOpen, touch } from '../open-meeting.ts';
import { siteIn } from '../../site-queries.ts';

type Item = {
	id: string;
	kind: AgendaKind;
	applicationId: string | null;
	siteId: string | null;
	title: string;
};

/**
 * Puts something on the agenda: an application whose regulation now wants the council's decision (R27, R28), the end of
 * a site's status (R22), results of a site's work (R133), or anything else.
 */
export async function addAgendaItem(ctx: Ctx, { id, ...item }: Item): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const entered = await enterOpen(tx, ctx, id);
		const about = await subjectOf(tx, entered, item);
		const figures = item.kind === 'results' ? await resultsOf(tx, ctx, entered, about.siteId) : null;
		const itemId = await insertItem(tx, { meetingId: id, kind: item.kind, ...about, figures });
		await touch(tx, entered.meeting);
		await record(tx, ctx, 'meeting.item_added', { id }, { itemId, kind: item.kind, ...about });
	});
}

/** Results are put with their figures of this moment, once to a meeting. */
async function resultsOf(tx: Tx, { now }: Ctx, { meeting, council }: EnteredMeeting, siteId?: string) {
	if (!siteId) return null;
	if (await resultsStandOn(tx, meeting.id, siteId)) fail('refused', 'meeting.on_agenda_already');
	return figuresToPut(tx, { id: siteId, regionId: council.regionId }, now);
}

type Subject = { title: string; applicationId?: string; siteId?: string };

async function subjectOf(tx: Tx, { council }: EnteredMeeting, item: Omit<Item, 'id'>): Promise<Subject> {
	const { kind, title } = item;
	if (kind === 'application') {
		const application = await lockedApplication(tx, item.applicationId ?? missing('application'));
		const { regionId, rules } = application;
		const isOurs = regionId === council.regionId && rules.regulationId === council.regulationId;
		if (!isOurs) return missing('application');
		settle(moveApplication(rules.profile, application, 'support'));
		if (await standsOnAgenda(tx, application.id)) fail('refused', 'meeting.on_agenda_already');
		return { applicationId: application.id, title: title || `О заявке: ${application.title}` };
	}
	if (kind === 'other') return title ? { title } : faulty('meeting.title_missing', { field: 'title' });

	const site = item.siteId ? await siteIn(tx, [council.regionId], item.siteId) : undefined;
	const { id: siteId, title: name } = site ?? faulty('meeting.site_missing', { field: 'siteId' });
	const words =
		kind === 'termination' ? `О прекращении статуса: ${name}` : `О результатах деятельности: ${name}`;
	return { siteId, title: title || words };
}
