import { regulationFile } from '@stazhirovka/db/seeds';
import { addRow, approvePlan, beginPlan, getPlan, sendPlan, type RowBody } from '@stazhirovka/contract/plans';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { ownColumns, planColumns } from '@stazhirovka/domain/plans';
import type { Visitor } from './visitor.ts';

/** A row that is whole under a regulation of the seeds, in November 2026. */
export function rowUnder(
	key: 'lenobl' | 'mariinsk' | 'kuzbass' | 'priozersk' | 'primorye',
	change: object = {}
): RowBody {
	const profile = regulationFile(key) as unknown as RegulationProfile;
	const own = ownColumns(planColumns(profile.plan));
	return {
		title: 'Разбор уроков',
		format: profile.event_formats[0] ?? '',
		delivery: profile.delivery_mode.forced ?? profile.delivery_mode.allowed[0] ?? '',
		from: '2026-11-10',
		lastDay: '2026-11-10',
		responsible: 'Ольхова Т. В.',
		cells: Object.fromEntries(own.map((column) => [column.key, 'ежемесячно'])),
		isPublic: false,
		...change
	};
}

/** What a person does with one plan; a move is made on the plan as it stands. */
export function planner(visitor: Visitor) {
	const read = (id: string) => visitor.must(getPlan, { params: { id } });
	const revision = async (id: string) => (await read(id)).revision;
	return {
		read,
		begin: (siteId: string, from = '2026-09-01', lastDay: string | null = '2027-08-31') =>
			visitor.call(beginPlan, { params: { id: siteId }, body: { from, lastDay } }),
		add: async (id: string, row: RowBody, reason: string | null = null) =>
			visitor.call(addRow, { params: { id }, body: { revision: await revision(id), row, reason } }),
		send: async (id: string) =>
			visitor.call(sendPlan, { params: { id }, body: { revision: await revision(id) } }),
		approve: async (
			id: string,
			kind: 'approval' | 'agreement',
			paper: { name: string; position: string; on: string; fileId: string | null } | null = null
		) => visitor.call(approvePlan, { params: { id }, body: { revision: await revision(id), kind, paper } })
	};
}

export const PAPER = { name: 'Елагина О. П.', position: 'начальник отдела', on: '2026-10-01' };
