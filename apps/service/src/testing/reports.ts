import {
	beginReport,
	fillReport,
	getReport,
	listSiteReports,
	reviewReport,
	saveReport,
	submitReport,
	type SiteReport
} from '@stazhirovka/contract/plans';
import {
	planCorrections,
	planExecutions,
	planRows,
	plans,
	regulationVersions,
	sites
} from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { siteUnder } from './sites.ts';
import type { Visitor } from './visitor.ts';
import type { World } from './world.ts';

type Event = { title: string; participants: number; heldOn: string } & Partial<
	Pick<typeof planExecutions.$inferInsert, 'links' | 'withdrawnAt'>
>;

/** A site that is registered since 1 September 2026, with a plan in force for the school year and nothing in it. */
export async function reportingSite(world: World, key: string, term?: { from?: string; lastDay?: string }) {
	const { db } = world;
	const site = await siteUnder(world, key, term);
	await db
		.update(sites)
		.set({ createdAt: new Date('2026-09-01T07:00:00Z') })
		.where(eq(sites.id, site.id));
	const [version] = await db.select({ id: regulationVersions.id }).from(regulationVersions).limit(1);
	const period = { fromDay: '2026-09-01', lastDay: '2027-08-31', state: 'in_force' as const };
	const [plan] = await db
		.insert(plans)
		.values({ siteId: site.id, regulationVersionId: version?.id ?? '', ...period })
		.returning();

	async function row(title: string, lastDay: string, change: Partial<typeof planRows.$inferInsert> = {}) {
		const words = { format: 'семинар', delivery: 'очная', responsible: 'Ольхова Т. В.' };
		const [made] = await db
			.insert(planRows)
			.values({ planId: plan?.id ?? '', title, fromDay: lastDay, lastDay, ...words, ...change })
			.returning();
		return made?.id ?? '';
	}
	/** Tells of an event in a row of its own. */
	async function hold({ title, heldOn, ...event }: Event): Promise<string> {
		const rowId = await row(title, heldOn);
		const words = { format: 'семинар', delivery: 'очная', outcome: 'Обсудили' };
		const [made] = await db
			.insert(planExecutions)
			.values({ rowId, heldOn, ...words, ...event })
			.returning();
		return made?.id ?? '';
	}
	async function cancel(title: string, onDay: string, reason: string): Promise<void> {
		const rowId = await row(title, onDay, { cancelledAt: new Date(`${onDay}T07:00:00Z`) });
		await db.insert(planCorrections).values({ rowId, kind: 'cancelled', reason, onDay });
	}

	return { ...site, params: { id: site.id }, row, hold, cancel, ...reporter(site.visitor, site.id) };
}

/** What a person does with the reports of one site; refusals are answers where a test looks at them. */
export function reporter(visitor: Visitor, siteId: string) {
	const read = (id: string) => visitor.must(getReport, { params: { id } });
	return {
		read,
		list: () => visitor.must(listSiteReports, { params: { id: siteId } }),
		begin: (dueOn: string | null) => visitor.call(beginReport, { params: { id: siteId }, body: { dueOn } }),
		async begun(dueOn: string | null): Promise<SiteReport> {
			const { id } = await visitor.must(beginReport, { params: { id: siteId }, body: { dueOn } });
			return read(id);
		},
		save: (id: string, revision: number, answer: SiteReport['sheet']['answer']) =>
			visitor.call(saveReport, { params: { id }, body: { revision, answer } }),
		fill: (id: string, body: { revision: number; from: string; to: string }) =>
			visitor.call(fillReport, { params: { id }, body }),
		submit: (id: string, revision: number, answer: SiteReport['sheet']['answer']) =>
			visitor.call(submitReport, { params: { id }, body: { revision, answer } })
	};
}

/** A decision about a report. */
export function review(
	visitor: Visitor,
	id: string,
	body: { revision: number; decision: 'accept' | 'return'; remark?: string; decidedFor?: string }
) {
	return visitor.call(reviewReport, { params: { id }, body: { remark: '', ...body } });
}

export const DUE = '2027-06-01';

/** A report of an event with 24 participants, begun by its leader. */
export async function beginIn(world: World, key = 'kuzbass', dueOn: string | null = DUE) {
	const site = await reportingSite(world, key);
	const event = await site.hold({ title: 'Круглый стол', participants: 24, heldOn: '2027-03-05' });
	const report = await site.begun(dueOn);
	return { site, event, report, id: report.id };
}

/** The answer of Kuzbass with what only people know, so that it can be handed in. */
export function whole({ sheet }: SiteReport): SiteReport['sheet']['answer'] {
	const link = [{ title: 'Сборник', link: 'https://rmc.example/1' }];
	const own = { tasks: 'Помочь учителям', presentations: link, individual_product: link };
	return { trainee_projects: link, ...sheet.answer, ...own };
}
