import type { PublishedPassport } from '@stazhirovka/contract/passports';
import type { Database } from '@stazhirovka/db';
import { fullName } from '@stazhirovka/domain/certificates';
import { NO_CHOICE, shownOf } from '@stazhirovka/domain/passports';
import { namedWithoutConsent } from '@stazhirovka/domain/staff';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { nameablesOf } from '../staff/index.ts';
import { findSite } from '../sites/index.ts';
import { availableIn, stockOf } from './available.ts';
import * as queries from './queries.ts';
import { roleTitles } from './roles.ts';
import { passportOf } from './store.ts';

type Visitor = Pick<Deps, 'db' | 'now'>;

/** What a site has published about itself, as far as consents still stand and documents were not corrected. */
export async function readPublished({ db, now }: Visitor, id: string): Promise<PublishedPassport> {
	const { site, today } = await enterPublic({ db, now }, id);
	const [{ shown }, stock, news, products, staff] = await Promise.all([
		passportOf(db, id),
		stockOf(db, id, today),
		queries.publishedNews(db, id),
		queries.publishedProducts(db, id),
		nameablesOf(db, [id])
	]);
	const choice = shownOf(shown ?? NO_CHOICE, availableIn(stock));
	const named = (line: string) => (namedWithoutConsent(line, staff.get(id) ?? []).length ? '' : line);
	const titleOf = choice.staff.length ? await roleTitles(db, site, today) : String;
	const plan = choice.plan ? await planOf(db, id, today) : null;

	return {
		about: choice.about,
		staff: stock.staff
			.filter((person) => choice.staff.includes(person.id))
			.map(({ name, role, position }) => ({ name, role: titleOf(role), position })),
		plan,
		news,
		products: products.map(({ product, author }) => ({
			...{ id: product.id, kind: product.kind, title: product.title, theme: product.theme },
			...{ link: product.link, licence: product.licence },
			authors: product.finalWorkId && author ? fullName(author) : named(product.authors),
			publishedOn: product.publishedOn ?? today
		})),
		documents: stock.documents.filter((one) => choice.documents.includes(one.id)),
		agreements: stock.agreements.filter((one) => choice.agreements.includes(one.id))
	};
}

async function planOf(db: Database, siteId: string, today: string) {
	const plan = await queries.planOn(db, siteId, today);
	if (!plan) return null;
	const { id, ...days } = plan;
	return { ...days, rows: await queries.openRows(db, id) };
}

/** A document that its site shows to everybody; any other is not there. */
export async function publicDocument({ db, now }: Visitor, id: string) {
	const file = (await queries.documentFile(db, id)) ?? missing('document');
	const { today } = await enterPublic({ db, now }, file.siteId ?? missing('document'));
	const siteId = file.siteId ?? missing('document');
	const [{ shown }, stock] = await Promise.all([passportOf(db, siteId), stockOf(db, siteId, today)]);
	const choice = shownOf(shown ?? NO_CHOICE, availableIn(stock));
	if (!choice.documents.includes(id)) missing('document');
	return { name: `${file.title}, ${file.dated}.pdf`, mime: 'application/pdf', bytes: file.pdf };
}

async function enterPublic({ db, now }: Visitor, id: string) {
	const site = (await findSite(db, id)) ?? missing('site');
	if (!(await queries.isPublicSite(db, id))) missing('site');
	return { site, today: localDay(now(), site.timeZone) };
}
