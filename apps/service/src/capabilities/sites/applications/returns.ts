import type { ApplicationReturn } from '@stazhirovka/contract/applications';
import type { Database, Tx } from '@stazhirovka/db';
import type { ReturnedContents } from '@stazhirovka/db/schema';
import { shortName } from '@stazhirovka/domain/certificates';
import { changedFields } from '@stazhirovka/domain/forms';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { sheetsOf } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../shell/context.ts';
import { enterApplication, type ApplicationFacts } from './access.ts';
import { filledSheets } from './filled-sheets.ts';
import { returnsOf } from './returns-store.ts';

/** What stands in an application now. */
export async function contentsOf(
	db: Database | Tx,
	{ id, title, theme }: Pick<ApplicationFacts, 'id' | 'title' | 'theme'>
): Promise<ReturnedContents> {
	const sheets = await filledSheets(db, id);
	return { title, theme, sheets: Object.fromEntries(sheets.map(({ kind, answer }) => [kind, answer])) };
}

/** Each return with what was changed after it, until the next one or until now; for the author and for the keepers. */
export async function readReturns(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
	id: string
): Promise<ApplicationReturn[]> {
	const { db } = ctx;
	const application = await enterApplication(db, ctx, id, 'author', 'keeper');
	const rows = await returnsOf(db, id);
	if (rows.length === 0) return [];

	const now = await contentsOf(db, application);
	return rows.map(({ row, person }, place) => {
		const after = rows[place + 1]?.row.contents ?? now;
		return {
			...{ id: row.id, reason: row.reason, remarks: row.remarks },
			returnedAt: row.returnedAt.toISOString(),
			by: person ? shortName(person) : null,
			changes: row.contents ? changesBetween(application.rules.profile, row.contents, after) : null
		};
	});
}

function changesBetween(
	profile: RegulationProfile,
	before: ReturnedContents,
	after: ReturnedContents
): NonNullable<ApplicationReturn['changes']> {
	const site = (['title', 'theme'] as const).filter((key) => before[key] !== after[key]);
	const sheets = sheetsOf(profile).flatMap(({ kind, definition }) => {
		const fields = changedFields(definition, before.sheets[kind] ?? {}, after.sheets[kind] ?? {});
		return fields.length ? [{ title: definition.title, fields: fields.map(({ label }) => label) }] : [];
	});
	return { site, sheets };
}
