import type { ExperienceDesk, ExperienceFilter, PublishedExperience } from '@stazhirovka/contract/experience';
import { byAlphabet, choicesOf } from '@stazhirovka/domain/alphabet';
import { namedWithoutConsent, type Nameable } from '@stazhirovka/domain/staff';
import type { Ctx, Deps } from '../../shell/context.ts';
import { allow, missing } from '../../shell/errors.ts';
import { PAGE_SIZE, pageOf } from '../sites/index.ts';
import { enterInnerSite, isActive, nameablesOf } from '../staff/index.ts';
import * as queries from './queries.ts';

type Reader = Pick<Deps, 'db'>;

/** Summaries of a site, drafts as well: for those who lead it and those who keep its register. */
export async function readDesk(ctx: Ctx, siteId: string): Promise<ExperienceDesk> {
	const site = await enterInnerSite(ctx.db, ctx, siteId);
	allow(site.as.includes('leader') || site.as.includes('keeper'));
	const [items, deficits, active] = await Promise.all([
		queries.summariesOf(ctx.db, siteId),
		queries.deficitsOf(ctx.db, siteId),
		isActive(ctx, site)
	]);
	return { items, deficits, can: { write: active && site.as.includes('leader') } };
}

/** A page of what sites have published (R141). */
export async function readExperience(
	{ db }: Reader,
	{ page: wanted, ...filter }: ExperienceFilter & { page?: number }
) {
	const { page, ...slice } = pageOf(wanted);
	const [rows, places, deficits] = await Promise.all([
		queries.searchSummaries(db, filter, slice),
		queries.shownPlaces(db),
		queries.shownDeficits(db)
	]);
	const [first] =
		rows.length || page === 1 ? rows : await queries.searchSummaries(db, filter, { limit: 1, offset: 0 });
	const total = first?.total ?? 0;
	const staff = await nameablesOf(db, [...new Set(rows.map(({ site }) => site.id))]);
	return {
		items: rows
			.filter((row) => isConsented(row, staff.get(row.site.id)))
			.map(({ total: _, done: __, changed: ___, ...row }) => ({
				...row,
				authors: consentedLine(row.authors, staff.get(row.site.id))
			})),
		...{ total, page, pages: Math.ceil(total / PAGE_SIZE) },
		choices: {
			regions: choicesOf(places.map(({ region }) => ({ value: region.id, title: region.title }))),
			sites: choicesOf(places.map(({ site }) => ({ value: site.id, title: site.title }))),
			deficits: deficits.toSorted(byAlphabet)
		}
	};
}

/** One summary as everybody reads it; a draft is not there, nor one that goes on naming who has taken the consent back. */
export async function readSummary({ db }: Reader, id: string): Promise<PublishedExperience> {
	const row = (await queries.publicSummary(db, id)) ?? missing('experience');
	const staff = (await nameablesOf(db, [row.site.id])).get(row.site.id);
	if (!isConsented(row, staff)) missing('experience');
	return { ...row, authors: consentedLine(row.authors, staff) };
}

type Told = { title: string; theme: string; done: string; changed: string };

/** Whether nobody of the site is named in it without consent: what was agreed to may be taken back (X7). */
function isConsented({ title, theme, done, changed }: Told, staff: Nameable[] = []): boolean {
	return namedWithoutConsent([title, theme, done, changed].join('\n'), staff).length === 0;
}

/** Authors while the consents of those among them who work at the site stand (X7). */
function consentedLine(authors: string, staff: Nameable[] = []): string {
	return namedWithoutConsent(authors, staff).length ? '' : authors;
}
