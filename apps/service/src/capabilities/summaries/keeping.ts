import type { Summary, SummaryLine } from '@stazhirovka/contract/summaries';
import { shortName } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../shell/context.ts';
import { peopleNames } from '../accounts/index.ts';
import { enterSummary, readerOf } from './access.ts';
import { findSchedule } from './schedules-store.ts';
import * as store from './store.ts';

type Reader = Pick<Ctx, 'db' | 'actor'>;

const ROLE_WORDS = { leader: 'Руководители площадок', coordinator: 'Координаторы' } as const;

export async function readSummaries(ctx: Reader): Promise<SummaryLine[]> {
	const rows = await store.summariesFor(ctx.db, await readerOf(ctx));
	return rows.map(({ id, title, definition, owner, ownerId, savedAt, nextOn }) => ({
		...{ id, title, owner, nextOn },
		subject: definition.subject,
		own: ownerId === ctx.actor.personId,
		savedAt: savedAt.toISOString()
	}));
}

export async function readSummary(ctx: Reader, id: string): Promise<Summary> {
	const { db, actor } = ctx;
	const { own, ownerId, title, definition, revision, savedAt } = await enterSummary(ctx, id);
	const [names, shares, audiences, schedule] = await Promise.all([
		peopleNames(db, [ownerId]),
		own ? store.sharesOf(db, id) : [],
		own ? audiencesOf(ctx) : [],
		findSchedule(db, { summaryId: id, personId: actor.personId })
	]);
	const name = names.get(ownerId);
	return {
		...{ id, title, definition, revision, audiences },
		owner: name ? shortName(name) : '',
		savedAt: savedAt.toISOString(),
		shares: shares.map(({ id: shareId, role, person, region }) => ({
			...{ id: shareId, role },
			name: role === null ? person : audienceTitle(role, region ?? '')
		})),
		schedule: schedule ? { rhythm: schedule.rhythm, format: schedule.format, nextOn: schedule.nextOn } : null,
		can: { change: own }
	};
}

/** To whom somebody may show a summary: keepers of a region to its leaders, and everybody to the keepers. */
export async function audiencesOf(ctx: Reader): Promise<Summary['audiences']> {
	const rows = await store.regionsOfReader(ctx.db, await readerOf(ctx));
	return rows.flatMap(({ id: regionId, title, isKept }) =>
		(isKept ? (['leader', 'coordinator'] as const) : (['coordinator'] as const)).map((role) => ({
			...{ role, regionId },
			title: audienceTitle(role, title)
		}))
	);
}

function audienceTitle(role: keyof typeof ROLE_WORDS, region: string): string {
	return `${ROLE_WORDS[role]}, ${region}`;
}
