import { practice } from '@stazhirovka/db/seeds';
import type { Licence, ProductKind } from '@stazhirovka/domain/passports';
import { publishExperience } from '../capabilities/experience/commands/publish-experience.ts';
import { writeExperience } from '../capabilities/experience/commands/write-experience.ts';
import { publishItem } from '../capabilities/passports/commands/publish-item.ts';
import { publishPassport, savePassport } from '../capabilities/passports/commands/save-passport.ts';
import { writeProduct } from '../capabilities/passports/commands/write-product.ts';
import type { Ctx } from '../shell/context.ts';
import { AppError } from '../shell/errors.ts';

type Region = { leaderOf: (siteKey: string) => Ctx; siteId: (siteKey: string) => string };

/**
 * What sites have to show of their practice (R137–R141): a passport, products under different terms, a summary of
 * experience. What an earlier start has written is the same again; a site without a status shows nothing.
 */
export async function showPractice({ leaderOf, siteId }: Region): Promise<void> {
	for (const { site, about } of practice.passports) {
		const [ctx, id] = [leaderOf(site), siteId(site)];
		const choice = { about, staff: [], documents: [], agreements: [], plan: true };
		const saved = savePassport(ctx, { id, revision: 0, ...choice });
		await saved.then(() => publishPassport(ctx, { id, revision: 1 })).catch(shownOrOver);
	}
	for (const { site, id: item, kind, licence, ...words } of practice.products) {
		const [ctx, id] = [leaderOf(site), siteId(site)];
		const terms = { kind: kind as ProductKind, licence: licence as Licence, workId: null };
		const written = writeProduct(ctx, { id, item, revision: null, ...terms, ...words });
		const shown = { id, item, revision: 0, published: true };
		await written.then(() => publishItem(ctx, 'product', shown)).catch(shownOrOver);
	}
	for (const { site, id: item, ...words } of practice.experience) {
		const [ctx, id] = [leaderOf(site), siteId(site)];
		const written = writeExperience(ctx, { id, item, revision: null, checked: false, ...words });
		const shown = { id, item, revision: 0, published: true };
		await written.then(() => publishExperience(ctx, shown)).catch(shownOrOver);
	}
}

const EXPECTED: readonly string[] = ['site.not_active', 'passport.changed_meanwhile'];

function shownOrOver(error: unknown): void {
	if (!(error instanceof AppError && EXPECTED.includes(error.problem.code))) throw error;
}
